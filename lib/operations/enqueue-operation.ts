import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/connect";
import { operations } from "@/lib/db/schema";
import type { JsonValue } from "@/lib/domain/operation";
import type { EventLog, EventSubject } from "@/lib/events/event-log";
import { getKind, type KindName, type StateOf } from "./kinds";

/** A request for an operation: its kind with parameters, and the requester. */
export interface OperationRequest<Name extends string = KindName> {
  kind: Name;
  /** The requesting account; null for the platform. */
  requester: { userId: string; email: string } | null;
  /** Its target in words. */
  target?: string;
  /** The parameters of the kind. */
  state: Name extends KindName ? StateOf<Name> : JsonValue;
}

/** Inserts an operation and its event. Returns the operation's id. */
export function enqueueOperation<Name extends string>(
  tx: Tx,
  events: EventLog,
  store: EventSubject,
  { kind, requester, target, state }: OperationRequest<Name>,
): string {
  const id = randomUUID();
  const definition = getKind(kind);
  tx.insert(operations)
    .values({
      id,
      storeId: store.id,
      ownerId: store.ownerId,
      kind,
      state: "queued",
      stateData: definition.state.parse(state) as JsonValue,
      target: target ?? null,
      requesterId: requester?.userId ?? null,
      requesterEmail: requester?.email ?? null,
      createdAt: new Date(),
    })
    .run();
  events.append(tx, store, {
    operationId: id,
    message: definition.queued(store.name, target ?? null),
    detail: { kind: "operation.queued", operation: kind, ...(target && { target }) },
  });
  return id;
}
