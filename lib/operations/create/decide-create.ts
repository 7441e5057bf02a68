import { stepTowardsNothing, stepTowardsReady, type Wanted } from "@/lib/domain/next-step";
import type { Observed } from "@/lib/domain/observed";
import type { Step } from "@/lib/domain/step";

/** Builds the store until it fails or is cancelled; from then on, cleans up. */
export function decideCreate(wanted: Wanted, seen: Observed, now: Date): Step {
  return wanted.phase === "failed"
    ? stepTowardsNothing(seen, "cleanup", "rest")
    : stepTowardsReady(wanted, seen, now);
}
