import type { Timeline } from "@/lib/domain/timeline";
import type { StoreResource } from "@/lib/http/resources/store-resource";

/**
 * Whether a store has a Helm release, as far as its timeline says: from the applied chart of its first create until its
 * namespace is deleted. The API answers 404 at all other times. Pure.
 */
export function hasRelease(
  { phase, cause, readyAt }: Pick<StoreResource, "phase" | "cause" | "readyAt">,
  { operations }: Pick<Timeline, "operations">,
): boolean {
  if (phase === "failed" || phase === "deleting" || cause?.code === "namespace_missing") return false;
  if (readyAt !== null) return true;
  // An attempt that failed or was cancelled says nothing: its namespace is gone.
  const attempt = operations.at(-1);
  if (attempt === undefined || attempt.state === "failed" || attempt.state === "cancelled") return false;
  return attempt.steps.some(({ name, state }) => name === "chart" && state === "done");
}
