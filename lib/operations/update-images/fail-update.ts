import { transact } from "@/lib/db/connect";
import type { StoreRow } from "@/lib/db/store-row";
import type { Failure, Outcome, Run } from "@/lib/reconcile/converging-kind";
import { endFailed } from "@/lib/reconcile/end-operation";
import { canGoBack } from "./can-go-back";
import { goBack, sayBefore } from "./go-back";
import type { ImageUpdate } from "./image-update";

/** The store goes back to what it ran. Where it cannot, it keeps the newer images and the operation ends here. */
export function failUpdate(run: Run<ImageUpdate>, store: StoreRow, failure: Failure): Outcome {
  const { deps, operation, progress } = run;
  if (operation.state.failure !== null) return endFailed(run, store, failure);
  if (canGoBack(deps, store, operation.state)) {
    goBack(run, store, { cause: failure.cause, diagnosis: failure.diagnosis });
    return "go-on";
  }
  transact(deps.db, (tx) =>
    progress.say(
      tx,
      `${store.name} can’t go back to ${sayBefore(operation.state)}: the newer version may have changed its data already`,
      { kind: "store.update", offered: null },
    ),
  );
  return endFailed(run, store, failure);
}
