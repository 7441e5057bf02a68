import { and, eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { isOpen } from "@/lib/db/open-operations";
import { operations } from "@/lib/db/schema";
import type { EventLog, EventSubject } from "@/lib/events/event-log";

/** Cancels what is queued on a store at once; what runs is asked to stop, and the worker reports when it has. */
export function cancelOperations(tx: Tx, events: EventLog, store: EventSubject): void {
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
    events.append(tx, store, {
      operationId: operation.id,
      message: `The ${operation.kind} of ${store.name} was cancelled before it began`,
      detail: { kind: "operation.cancelled", operation: operation.kind },
    });
  }
}
