"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "../ui/cn";

interface Destination {
  href: Route;
  label: string;
  isHere: (path: string) => boolean;
}

const stores: Destination = {
  href: "/",
  label: "Stores",
  isHere: (path) => path === "/" || path.startsWith("/stores/"),
};

const administration: Destination[] = [
  { href: "/accounts", label: "Accounts", isHere: (path) => path.startsWith("/accounts") },
  { href: "/plans", label: "Plans", isHere: (path) => path.startsWith("/plans") },
  { href: "/audit", label: "Audit log", isHere: (path) => path.startsWith("/audit") },
];

/** Where one can go; for admins a second row on phones, where it would not fit beside the logo. */
export function MainNav({ isAdmin }: { isAdmin: boolean }) {
  const path = usePathname();
  const destinations = isAdmin ? [stores, ...administration] : [stores];
  return (
    <nav
      aria-label="Main"
      className={cn(
        "-mx-2.5 sm:mx-0",
        isAdmin ? "order-3 w-full pb-2 sm:order-none sm:w-auto sm:pb-0" : "ml-0",
      )}
    >
      <ul className="flex gap-0.5 sm:gap-1">
        {destinations.map(({ href, label, isHere }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isHere(path) ? "page" : undefined}
              className="inline-flex h-8 items-center whitespace-nowrap rounded-md px-2.5 font-medium text-ink-muted text-sm transition-colors duration-150 hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:text-ink"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
