import { and, eq, inArray } from "drizzle-orm";
import { type Tx, transact } from "@/lib/db/connect";
import { operations, stores } from "@/lib/db/schema";
import { type StoreRow, toStore } from "@/lib/db/store-row";
import type { Store } from "@/lib/domain/store";
import { enqueueOperation } from "@/lib/events/enqueue-operation";
import type { EventLog } from "@/lib/events/event-log";
import { recordAudit } from "@/lib/services/record-audit";
import type { Ctx } from "../context";
import { getVisibleStore } from "./get-visible-store";

/**
 * Wants the store gone: what runs on it is cancelled, and the row goes when its namespace has gone.
 * Deleting what is already being deleted changes nothing.
 */
export function deleteStore(ctx: Ctx, name: string): Store {
  const { app, actor } = ctx;
  const store = transact(app.db, (tx) => {
    const row = getVisibleStore(tx, actor, name);
    if (row.desired === "deleted") return toStore(row);
    cancelOperations(tx, app.events, row);
    const deleting = tx
      .update(stores)
      .set({ desired: "deleted", phase: "deleting", cause: null, updatedAt: new Date() })
      .where(eq(stores.id, row.id))
      .returning()
      .get();
    app.events.append(tx, {
      storeId: row.id,
      storeName: row.name,
      ownerId: row.ownerId,
      operationId: null,
      message: `${row.name} is being deleted`,
      detail: { kind: "store.phase", phase: "deleting", cause: null },
    });
    enqueueOperation(tx, app.events, row, "delete");
    recordAudit(tx, actor, "store.delete", row.name);
    return toStore(deleting);
  });
  app.wakeWorker();
  return store;
}

/** What is queued ends here; what runs is asked to stop, and the worker says when it has. */
function cancelOperations(tx: Tx, log: EventLog, store: StoreRow): void {
  const open = and(eq(operations.storeId, store.id), inArray(operations.state, ["queued", "running"]));
  for (const operation of tx.select().from(operations).where(open).all()) {
    if (operation.state === "running") {
      tx.update(operations).set({ cancelRequested: true }).where(eq(operations.id, operation.id)).run();
      continue;
    }
    tx.update(operations)
      .set({ state: "cancelled", finishedAt: new Date() })
      .where(eq(operations.id, operation.id))
      .run();
    log.append(tx, {
      storeId: store.id,
      storeName: store.name,
      ownerId: store.ownerId,
      operationId: operation.id,
      message: `The ${operation.kind} of ${store.name} was cancelled before it began`,
      detail: { kind: "operation.cancelled", operation: operation.kind },
    });
  }
}
