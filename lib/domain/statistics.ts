import type { CauseCode } from "./cause";
import type { Phase } from "./store";

/** Results of a set of creates. */
export interface CreateFigures {
  created: number;
  failed: number;
  /** Times of successful creates, from the request to ready; null if there are none. */
  medianMs: number | null;
  p95Ms: number | null;
}

/** Results of the creates of one day. */
export interface CreateDay extends CreateFigures {
  /** ISO 8601 date, UTC. */
  day: string;
}

export interface Statistics {
  /** Over all days: percentiles of all creates, which cannot be computed from the days' percentiles. */
  overall: CreateFigures;
  days: CreateDay[];
  storesByPhase: { phase: Phase; stores: number }[];
  failuresByCause: { code: CauseCode; failures: number }[];
}

export interface EndedCreate {
  at: Date;
  /** Null for a failed create. */
  durationMs: number | null;
}

const dayMs = 24 * 60 * 60 * 1_000;

/** The last `count` days up to `now`, each with the creates that ended on it. */
export function foldCreateDays(ended: EndedCreate[], count: number, now: Date): CreateDay[] {
  const byDay = Map.groupBy(ended, ({ at }) => dayOf(at));
  return Array.from({ length: count }, (_, index) => {
    const day = dayOf(new Date(now.getTime() - (count - 1 - index) * dayMs));
    return { day, ...foldCreates(byDay.get(day) ?? []) };
  });
}

/** Results over all these creates. */
export function foldCreates(ended: EndedCreate[]): CreateFigures {
  const durations = ended.flatMap(({ durationMs }) => durationMs ?? []).sort((a, b) => a - b);
  return {
    created: durations.length,
    failed: ended.length - durations.length,
    medianMs: percentile(durations, 0.5),
    p95Ms: percentile(durations, 0.95),
  };
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** Nearest-rank percentile of sorted values; null if there are none. */
export function percentile(sorted: number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}
