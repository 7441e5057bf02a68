import { eq } from "drizzle-orm";
import { type Tx, transact } from "@/lib/db/connect";
import type { OperationRow } from "@/lib/db/operation-row";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { EventLog } from "@/lib/events/event-log";
import type { Run } from "@/lib/reconcile/converging-kind";
import { cancelledCause } from "../cancelled-cause";
import { canGoBack } from "./can-go-back";
import { goBack, sayBefore } from "./go-back";
import { type ImageUpdate, imageUpdate } from "./image-update";

/** The store goes back, where its engine allows it. Otherwise the update continues: stopping halfway helps nobody. */
export function cancelUpdate(run: Run<ImageUpdate>, store: StoreRow): void {
  const { deps, operation, progress } = run;
  if (operation.state.failure !== null) return;
  const cause = cancelledCause(operation.noun, operation.cancelledBy);
  if (canGoBack(deps, store, operation.state)) {
    progress.stop(cause);
    goBack(run, store, { cause, diagnosis: { warnings: [], logs: [] } });
    return;
  }
  transact(deps.db, (tx) =>
    progress.say(
      tx,
      `The update of ${store.name} continues: it can’t go back to ${sayBefore(operation.state)} any more`,
      { kind: "store.update", offered: null },
    ),
  );
}

/** Nothing has changed in the cluster yet: the store keeps the images that it runs, and the update is offered again. */
export function undoQueuedUpdate(tx: Tx, events: EventLog, store: StoreRow, operation: OperationRow): void {
  const { from, to } = imageUpdate.parse(operation.stateData);
  tx.update(stores).set({ images: from.images, updatedAt: new Date() }).where(eq(stores.id, store.id)).run();
  events.append(tx, store, {
    operationId: operation.id,
    message: `${store.name} stays as it is`,
    detail: { kind: "store.update", offered: to.versions },
  });
}
