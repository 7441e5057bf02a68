import { and, eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { isOpen } from "@/lib/db/open-operations";
import type { OperationRow } from "@/lib/db/operation-row";
import { operations } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import { AppError } from "@/lib/errors";
import type { EventLog } from "@/lib/events/event-log";
import { cancelledCause } from "./cancelled-cause";
import { endCancelled } from "./end-operation";
import { getKind } from "./kinds";

/** Cancels everything on a store, because a delete replaces it. The worker ends what runs. */
export function cancelAllOperations(tx: Tx, events: EventLog, store: StoreRow): void {
  const open = and(eq(operations.storeId, store.id), isOpen);
  for (const operation of tx.select().from(operations).where(open).all()) {
    if (operation.state === "running") requestCancel(tx, operation, null);
    else endCancelled(tx, events, store, operation, null);
  }
}

/**
 * Cancels one operation, where its kind allows it: one that has not begun ends here, and the worker ends one that runs.
 * Cancelling again changes nothing. Throws AppError `conflict` where it has ended or can't be cancelled.
 */
export function cancelOperation(
  tx: Tx,
  events: EventLog,
  store: StoreRow,
  operation: OperationRow,
  by: string,
): void {
  const { noun, cancelling } = getKind(operation.kind);
  if (operation.state !== "queued" && operation.state !== "running") {
    throw new AppError("conflict", `The ${noun} of “${store.name}” has ended. There is nothing to cancel.`);
  }
  if (cancelling === null) {
    throw new AppError("conflict", `A ${noun} can’t be cancelled.`);
  }
  if (operation.cancelRequested) return;
  if (operation.state === "running") {
    requestCancel(tx, operation, by);
    return;
  }
  const cause = cancelledCause(noun, by);
  cancelling.undo(tx, events, store, operation, cause);
  endCancelled(tx, events, store, operation, cause);
}

function requestCancel(tx: Tx, { id }: OperationRow, by: string | null): void {
  tx.update(operations).set({ cancelRequested: true, cancelledBy: by }).where(eq(operations.id, id)).run();
}
