import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import type { OperationRow } from "@/lib/db/operation-row";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import { endCancelled, endUnreadable } from "./end-operation";
import { getKind } from "./kinds";
import type { OperationDeps } from "./operation-deps";

/**
 * Runs an operation that was claimed to its end, whatever its kind; one that was cancelled, to the end that its kind
 * gives it. Rejects only when the signal is aborted (with its reason).
 */
export async function runOperation(
  deps: OperationDeps,
  operation: OperationRow,
  signal: AbortSignal,
): Promise<void> {
  const store = deps.db.select().from(stores).where(eq(stores.id, operation.storeId)).get();
  if (!store) return;
  const kind = getKind(operation.kind);
  if (isReplaced(operation, store)) {
    transact(deps.db, (tx) => endCancelled(tx, deps.events, store, operation, null));
  } else if (!kind.state.safeParse(operation.stateData).success) {
    transact(deps.db, (tx) => endUnreadable(tx, deps.events, store, operation));
  } else {
    await kind.run(deps, operation, store, signal);
  }
}

/** A delete was asked for: it continues where this operation stopped. */
function isReplaced({ kind, cancelRequested }: OperationRow, { desired }: StoreRow): boolean {
  return cancelRequested && desired === "deleted" && kind !== "delete";
}
