import { and, eq } from "drizzle-orm";
import { type Tx, transact } from "@/lib/db/connect";
import { isOpen } from "@/lib/db/open-operations";
import { operations } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { StoreView } from "@/lib/domain/store";
import type { EventLog } from "@/lib/events/event-log";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { endOffer } from "../handovers/end-offer";
import { always, type Precondition } from "../precondition";
import { requestOperation } from "./request-operation";
import { toStoreView } from "./to-store-view";

/**
 * Wants the store gone: what runs on it is cancelled, and the row goes when its namespace has gone.
 * Deleting what is already being deleted changes nothing.
 */
export function deleteStore(
  ctx: Ctx,
  name: string,
  precondition: Precondition<StoreView> = always,
): StoreView {
  const { app, actor } = ctx;
  const store = transact(app.db, (tx) => {
    const row = getStoreFor(tx, actor, name, "delete");
    const seen = toStoreView(tx, ctx, row);
    precondition(seen);
    if (row.desired === "deleted") return seen;
    cancelOperations(tx, app.events, row);
    endOffer(tx, app.events, row, (email) => `The offer to ${email} is void`);
    return requestOperation(tx, ctx, row, {
      change: { desired: "deleted", phase: "deleting" },
      message: `${row.name} is being deleted`,
      operation: "delete",
      action: "deleteStore",
    });
  });
  app.wakeWorker();
  return store;
}

/** What is queued ends here; what runs is asked to stop, and the worker says when it has. */
function cancelOperations(tx: Tx, log: EventLog, store: StoreRow): void {
  const open = and(eq(operations.storeId, store.id), isOpen);
  for (const operation of tx.select().from(operations).where(open).all()) {
    if (operation.state === "running") {
      tx.update(operations).set({ cancelRequested: true }).where(eq(operations.id, operation.id)).run();
      continue;
    }
    tx.update(operations)
      .set({ state: "cancelled", finishedAt: new Date() })
      .where(eq(operations.id, operation.id))
      .run();
    log.append(tx, store, {
      operationId: operation.id,
      message: `The ${operation.kind} of ${store.name} was cancelled before it began`,
      detail: { kind: "operation.cancelled", operation: operation.kind },
    });
  }
}
