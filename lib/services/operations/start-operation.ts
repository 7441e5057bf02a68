import { transact } from "@/lib/db/connect";
import type { OperationView } from "@/lib/domain/operation";
import { isRunning } from "@/lib/domain/store";
import { AppError } from "@/lib/errors";
import { hasExclusiveOperation } from "@/lib/operations/has-exclusive-operation";
import { getKind } from "@/lib/operations/kinds";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { getOperationFor } from "./get-operation-for";
import { toOperationView } from "./to-operation-view";

/**
 * Starts an operation of a kind without parameters on a store that is ready. Throws AppError `not_found`, `forbidden`,
 * and `conflict` where the store is not ready or another operation is open (a kind that only reads runs beside it).
 */
export function startOperation(ctx: Ctx, name: string, kindName: string): OperationView {
  const { app, actor } = ctx;
  const { request, isReadOnly, noun } = getKind(kindName);
  if (request === null) throw new Error(`The kind ${kindName} is not offered by the API.`);
  return transact(app.db, (tx) => {
    const store = getStoreFor(tx, actor, name, request.verb);
    if (!isRunning(store.phase)) {
      throw new AppError("conflict", `“${name}” does not run. A ${noun} needs a store that runs.`);
    }
    if (!isReadOnly && hasExclusiveOperation(tx, store.id)) {
      throw new AppError("conflict", `Another operation of “${name}” is open. Start the ${noun} after it.`);
    }
    const id = app.operations.enqueue(tx, store, { kind: kindName, requester: actor, state: {} });
    recordAudit(tx, ctx, { action: request.id, target: storeTarget(store) });
    return toOperationView(getOperationFor(tx, actor, id, "read").operation, store.name);
  });
}
