"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";

interface SectionTabsProps<T extends string> {
  label: string;
  tabs: { href: Route<T>; label: string }[];
}

/** Links to a section's pages, below its title. */
export function SectionTabs<T extends string>({ label, tabs }: SectionTabsProps<T>) {
  const path = usePathname();
  return (
    <nav aria-label={label} className="-mx-4 mb-6 border-line border-b sm:mx-0">
      <ul className="flex flex-wrap gap-x-1 px-2 sm:px-0">
        {tabs.map(({ href, label }) => (
          <li key={href} className="shrink-0">
            <Link
              href={href}
              aria-current={href === path ? "page" : undefined}
              className="relative flex h-10 items-center whitespace-nowrap rounded-md px-2 text-ink-muted text-sm sm:px-3 outline-offset-[-2px] transition-colors duration-150 after:absolute after:inset-x-2 sm:after:inset-x-3 after:bottom-0 after:h-0.5 after:rounded-full hover:text-ink aria-[current]:font-medium aria-[current]:text-ink aria-[current]:after:bg-ink"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
