"use client";

import type { Route } from "next";
import Link from "next/link";
import { useSelectedLayoutSegment } from "next/navigation";
import { useStore } from "@/components/current-store/store-context";
import type { StoreVerb } from "@/lib/domain/store-role";

const tabs: { segment: string | null; label: string; takes?: StoreVerb }[] = [
  { segment: null, label: "Overview" },
  { segment: "activity", label: "Activity" },
  { segment: "logs", label: "Logs", takes: "enter" },
  { segment: "settings", label: "Settings" },
  { segment: "kubernetes", label: "Kubernetes" },
];

/** Links to the store's pages. */
export function StoreTabs() {
  const { store, can } = useStore();
  const here = useSelectedLayoutSegment();

  return (
    <nav aria-label="This store" className="-mx-4 mb-6 border-line border-b sm:mx-0">
      <ul className="flex flex-wrap gap-x-1 px-2 sm:-mx-3 sm:px-0">
        {tabs
          .filter(({ takes }) => takes === undefined || can.includes(takes))
          .map(({ segment, label }) => (
            <li key={label}>
              <Link
                href={pathOf(store.name, segment)}
                aria-current={here === segment ? "page" : undefined}
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

function pathOf(name: string, segment: string | null): Route {
  return (segment === null ? `/stores/${name}` : `/stores/${name}/${segment}`) as Route;
}
