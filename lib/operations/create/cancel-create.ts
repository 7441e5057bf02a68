import { eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import type { OperationRow } from "@/lib/db/operation-row";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Cause } from "@/lib/domain/cause";
import type { EventLog } from "@/lib/events/event-log";
import type { Run } from "@/lib/reconcile/converging-kind";
import { cancelledCause } from "../cancelled-cause";

/** The store becomes `failed` with the cause `cancelled`: from then on the loop cleans up. */
export function cancelCreate<State>({ operation, progress }: Run<State>, store: StoreRow): void {
  if (store.phase === "failed" || store.readyAt !== null) return;
  const cause = cancelledCause(operation.noun, operation.cancelledBy);
  progress.stop(cause);
  progress.setPhase("failed", cause, `${store.name} was not created: ${cause.message}`);
}

/** A create that has not begun left nothing in the cluster: the name is free at once. */
export function undoQueuedCreate(
  tx: Tx,
  events: EventLog,
  store: StoreRow,
  operation: OperationRow,
  cause: Cause,
): void {
  const now = new Date();
  tx.update(stores)
    .set({ phase: "failed", cause, updatedAt: now, releasedAt: now })
    .where(eq(stores.id, store.id))
    .run();
  events.append(tx, store, {
    operationId: operation.id,
    message: `${store.name} was not created: ${cause.message}`,
    detail: { kind: "store.phase", phase: "failed", cause },
  });
}
