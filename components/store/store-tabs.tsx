"use client";

import type { Route } from "next";
import Link from "next/link";
import { useSelectedLayoutSegment } from "next/navigation";
import { useEffect, useRef } from "react";
import { useStore } from "@/components/current-store/store-context";
import type { StoreVerb } from "@/lib/domain/store-role";

const tabs: { segment: string | null; label: string; takes?: StoreVerb }[] = [
  { segment: null, label: "Overview" },
  { segment: "activity", label: "Activity" },
  { segment: "logs", label: "Logs", takes: "enter" },
  { segment: "settings", label: "Settings" },
  { segment: "kubernetes", label: "Kubernetes" },
];

/** Links to the store's pages. On phones the row scrolls to the current one. */
export function StoreTabs() {
  const { store, can } = useStore();
  const here = useSelectedLayoutSegment();
  const row = useRef<HTMLUListElement>(null);

  useEffect(() => {
    const current = row.current?.querySelector(`[data-segment="${here ?? ""}"]`);
    current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [here]);

  return (
    <nav aria-label="This store" className="-mx-4 mb-6 border-line border-b sm:mx-0">
      <ul ref={row} className="flex gap-1 overflow-x-auto px-1 [scrollbar-width:none] sm:-mx-3 sm:px-0">
        {tabs
          .filter(({ takes }) => takes === undefined || can.includes(takes))
          .map(({ segment, label }) => (
            <li key={label} data-segment={segment ?? ""}>
              <Link
                href={pathOf(store.name, segment)}
                aria-current={here === segment ? "page" : undefined}
                className="relative flex h-10 items-center whitespace-nowrap rounded-md px-3 text-ink-muted text-sm outline-offset-[-2px] transition-colors duration-150 after:absolute after:inset-x-3 after:bottom-0 after:h-0.5 after:rounded-full hover:text-ink aria-[current]:font-medium aria-[current]:text-ink aria-[current]:after:bg-ink"
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
