import type { Cause, CauseCode } from "./cause";

/** What the check of a shop's log found, and when (ISO 8601). */
export interface LoadFinding {
  cause: Cause;
  seenAt: string;
}

/** How long a finding stays after the last line about it: a kill is over at once, and its owner should still see it. */
const holdMs: Partial<Record<CauseCode, number>> = { workers_killed: 10 * 60_000 };

/** What is known after a check of the log that found `cause`, or nothing. Pure. */
export function nextLoadFinding(
  before: LoadFinding | null,
  cause: Cause | null,
  now: Date,
): LoadFinding | null {
  if (cause !== null) return { cause, seenAt: now.toISOString() };
  if (before === null) return null;
  const ageMs = now.getTime() - Date.parse(before.seenAt);
  return ageMs < (holdMs[before.cause.code] ?? 0) ? before : null;
}
