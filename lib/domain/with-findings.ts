import type { Cause } from "./cause";
import type { Phase } from "./store";

/**
 * The phase and cause of a store whose workloads serve, with what the check of its application or its verification found
 * last, and with warnings of other checks, the most important first. A shop that serves its visitors stays ready when only
 * the verification failed: the cause is a warning then.
 */
export function withFinding(
  finding: Cause | null,
  ...warnings: (Cause | null)[]
): {
  phase: Extract<Phase, "ready" | "unready">;
  cause: Cause | null;
} {
  if (finding !== null && finding.code !== "order_failed") return { phase: "unready", cause: finding };
  return { phase: "ready", cause: warnings.find((warning) => warning !== null) ?? finding };
}
