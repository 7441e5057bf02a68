"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";

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

const insights: Destination = {
  href: "/insights",
  label: "Insights",
  isHere: (path) => path === "/insights",
};

const administration: Destination[] = [
  { href: "/accounts", label: "Accounts", isHere: (path) => path.startsWith("/accounts") },
  { href: "/plans", label: "Plans", isHere: (path) => path.startsWith("/plans") },
  { href: "/audit", label: "Audit log", isHere: (path) => path.startsWith("/audit") },
  { href: "/cluster", label: "Cluster", isHere: (path) => path === "/cluster" },
];

/** The main navigation. On phones it has rows of its own below the logo, so that all entries are in sight. */
export function MainNav({ isAdmin }: { isAdmin: boolean }) {
  const path = usePathname();
  const destinations = isAdmin ? [stores, insights, ...administration] : [stores, insights];

  return (
    <nav
      aria-label="Main"
      className="order-3 -mx-4 w-[calc(100%+2rem)] px-2.5 pb-2 sm:-mx-6 sm:px-3.5 md:order-none md:mx-0 md:w-auto md:px-0 md:pb-0"
    >
      <ul className="flex flex-wrap py-0.5 sm:gap-0.5">
        {destinations.map(({ href, label, isHere }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isHere(path) ? "page" : undefined}
              className="inline-flex h-8 items-center whitespace-nowrap rounded-md px-1.5 font-medium text-[0.8125rem] text-ink-muted sm:px-2.5 sm:text-sm transition-colors duration-150 hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:text-ink"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
