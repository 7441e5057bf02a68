import { transact } from "@/lib/db/connect";
import type { OperationView } from "@/lib/domain/operation";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import type { Ctx } from "../app-context";
import { getOperationFor } from "./get-operation-for";
import { toOperationView } from "./to-operation-view";

/**
 * Cancels an operation: one that has not begun ends at once, one that runs is stopped by the worker. Cancelling again
 * changes nothing. Throws AppError `not_found`, `forbidden`, and `conflict` where it has ended or can't be cancelled.
 */
export function cancelOperation(ctx: Ctx, id: string): OperationView {
  const { app, actor } = ctx;
  return transact(app.db, (tx) => {
    const { operation, store } = getOperationFor(tx, actor, id, "operate");
    app.operations.cancel(tx, store, operation, actor.email);
    recordAudit(tx, ctx, {
      action: "cancelOperation",
      target: storeTarget(store),
      detail: { operation: operation.id, kind: operation.kind },
    });
    return toOperationView(getOperationFor(tx, actor, id, "operate").operation, store.name);
  });
}
