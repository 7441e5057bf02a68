import type { Cause } from "./cause";
import type { Phase } from "./store";

/**
 * The phase and cause of a store whose workloads serve, with what the check of its application or its verification found
 * last. A shop that serves its visitors stays ready when only the verification failed: the cause is a warning then.
 */
export function withFinding(finding: Cause | null): {
  phase: Extract<Phase, "ready" | "unready">;
  cause: Cause | null;
} {
  return { phase: finding === null || finding.code === "order_failed" ? "ready" : "unready", cause: finding };
}
