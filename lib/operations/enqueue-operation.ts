import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/connect";
import { operations } from "@/lib/db/schema";
import type { OperationKind } from "@/lib/domain/store-event";
import type { EventLog, EventSubject } from "@/lib/events/event-log";

export interface OperationRequest {
  kind: OperationKind;
  /** What an update leads to, in words. */
  target?: string;
}

const queuedMessages: Record<OperationKind, (name: string) => string> = {
  create: (name) => `${name} is queued for creation`,
  delete: (name) => `${name} is queued for deletion`,
  repair: (name) => `${name} is queued for repair`,
  update: (name) => `${name} is queued for its plan change`,
};

/** Inserts an operation and its event. Returns the operation's id. */
export function enqueueOperation(
  tx: Tx,
  events: EventLog,
  store: EventSubject,
  { kind, target }: OperationRequest,
): string {
  const id = randomUUID();
  tx.insert(operations)
    .values({ id, storeId: store.id, ownerId: store.ownerId, kind, state: "queued", createdAt: new Date() })
    .run();
  events.append(tx, store, {
    operationId: id,
    message: target
      ? `${store.name} is queued for the update to ${target}`
      : queuedMessages[kind](store.name),
    detail: { kind: "operation.queued", operation: kind, ...(target && { target }) },
  });
  return id;
}
