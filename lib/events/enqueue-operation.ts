import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/connect";
import { operations } from "@/lib/db/schema";
import type { OperationKind } from "@/lib/domain/store-event";
import type { EventLog, EventSubject } from "./event-log";

const queuedMessages: Record<OperationKind, (name: string) => string> = {
  create: (name) => `${name} is queued to be created`,
  delete: (name) => `${name} is queued to be deleted`,
  repair: (name) => `${name} is queued to be put right`,
  update: (name) => `${name} is queued to be adjusted to its plan`,
};

/** Writes down that something is to be done; the worker does it. An update to other images has their `target`, in words. */
export function enqueueOperation(
  tx: Tx,
  events: EventLog,
  store: EventSubject,
  kind: OperationKind,
  target?: string,
): void {
  const id = randomUUID();
  tx.insert(operations)
    .values({ id, storeId: store.id, ownerId: store.ownerId, kind, state: "queued", createdAt: new Date() })
    .run();
  events.append(tx, store, {
    operationId: id,
    message: target ? `${store.name} is queued to be updated to ${target}` : queuedMessages[kind](store.name),
    detail: { kind: "operation.queued", operation: kind, ...(target && { target }) },
  });
}
