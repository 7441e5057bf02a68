import type { StoreRow } from "@/lib/db/store-row";
import type { Failure, Outcome, Run } from "@/lib/reconcile/converging-kind";
import { endFailed } from "@/lib/reconcile/end-operation";

/** A create that never worked is cleaned up. A store that was ready is left as it is. */
export function failCreate<State>(run: Run<State>, store: StoreRow, failure: Failure): Outcome {
  if (store.readyAt !== null) return endFailed(run, store, failure);
  const { cause, diagnosis } = failure;
  run.progress.setPhase("failed", cause, `${store.name} could not be created: ${cause.message}`, {
    diagnosis,
  });
  return "go-on";
}
