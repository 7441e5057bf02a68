import type { Route } from "next";
import Link from "next/link";
import { type Phase, phases } from "@/lib/domain/store";
import { cn } from "../ui/cn";
import { phaseDot, phaseLabel } from "./phase-badge";
import { type StoreQuery, storesPath } from "./store-query";

interface PhaseFilterProps {
  query: StoreQuery;
  counts: Partial<Record<Phase, number>>;
}

/** The number of stores in each state; each links to the filtered list. */
export function PhaseFilter({ query, counts }: PhaseFilterProps) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown = phases.filter((phase) => (counts[phase] ?? 0) > 0 || query.phase === phase);
  return (
    <nav aria-label="Stores by state" className="-mx-4 min-w-0 sm:mx-0">
      <ul className="flex gap-1.5 overflow-x-auto px-4 py-0.5 [scrollbar-width:none] sm:flex-wrap sm:px-0.5">
        <Choice query={query} phase={undefined} count={all} />
        {shown.map((phase) => (
          <Choice key={phase} query={query} phase={phase} count={counts[phase] ?? 0} />
        ))}
      </ul>
    </nav>
  );
}

function Choice({ query, phase, count }: { query: StoreQuery; phase: Phase | undefined; count: number }) {
  return (
    <li>
      <Link
        href={storesPath(query, { phase }) as Route}
        scroll={false}
        aria-current={query.phase === phase ? "true" : undefined}
        className="inline-flex h-8 items-center gap-2 whitespace-nowrap rounded-full border border-line bg-surface px-3 text-[0.8125rem] text-ink-muted transition-colors duration-150 hover:border-line-strong/60 hover:text-ink aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink"
      >
        {phase ? <span aria-hidden="true" className={cn("size-2 rounded-full", phaseDot(phase))} /> : null}
        {phase ? phaseLabel(phase) : "All"}
        <span className="tabular text-ink-subtle">{count.toLocaleString("en")}</span>
      </Link>
    </li>
  );
}
