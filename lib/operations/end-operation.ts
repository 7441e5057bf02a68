import { eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import type { OperationRow } from "@/lib/db/operation-row";
import { operations } from "@/lib/db/schema";
import type { Cause } from "@/lib/domain/cause";
import type { EventLog, EventSubject } from "@/lib/events/event-log";
import { getKind } from "./kinds";

type Ending = Pick<OperationRow, "id" | "kind" | "state">;

/** Ends an operation that does not run as cancelled, with its event. */
export function endCancelled(
  tx: Tx,
  events: EventLog,
  store: EventSubject,
  { id, kind, state }: Ending,
  cause: Cause | null,
): void {
  writeEnd(tx, id, { state: "cancelled", cause });
  events.append(tx, store, {
    operationId: id,
    message: `The ${getKind(kind).noun} of ${store.name} was cancelled${state === "queued" ? " before it began" : ""}`,
    detail: { kind: "operation.cancelled", operation: kind, ...(cause && { cause }) },
  });
}

/** Ends an operation whose state this version can't read: running it would do something that nobody requested. */
export function endUnreadable(tx: Tx, events: EventLog, store: EventSubject, { id, kind }: Ending): void {
  const cause: Cause = {
    code: "internal",
    component: "store",
    message: `This version can’t read what the ${getKind(kind).noun} of ${store.name} was to do.`,
    next: "Request it again.",
    waitingMayCure: false,
  };
  writeEnd(tx, id, { state: "failed", cause });
  events.append(tx, store, {
    operationId: id,
    message: cause.message,
    detail: { kind: "operation.failed", operation: kind, cause },
  });
}

function writeEnd(tx: Tx, id: string, end: Pick<OperationRow, "state" | "cause">): void {
  tx.update(operations)
    .set({ ...end, finishedAt: new Date(), leaseOwner: null, leaseUntil: null })
    .where(eq(operations.id, id))
    .run();
}
