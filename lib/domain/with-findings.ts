import type { Cause } from "./cause";
import type { Phase } from "./store";

/** What the checks of a store found last, each cleared by its own. */
export interface Findings {
  /** Of the check of its application, or of its verification. */
  finding: Cause | null;
  /** Why the cluster refused its last change. */
  refusal: Cause | null;
  load: { cause: Cause } | null;
}

/**
 * The phase and cause of a store whose workloads serve, with the most important of what its checks found. A shop that
 * serves its visitors stays ready when only the verification failed: the cause is a warning then.
 */
export function withFindings({ finding, refusal, load }: Findings): {
  phase: Extract<Phase, "ready" | "unready">;
  cause: Cause | null;
} {
  if (finding !== null && finding.code !== "order_failed") return { phase: "unready", cause: finding };
  return { phase: "ready", cause: refusal ?? load?.cause ?? finding };
}
