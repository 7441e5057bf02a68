import { transact } from "@/lib/db/connect";
import { findOpenOperation } from "@/lib/db/open-operations";
import type { StoreView } from "@/lib/domain/store";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { always, type Precondition } from "../precondition";
import type { AcceptedStore } from "./accepted-store";
import { endOffer } from "./end-offer";
import { requestOperation } from "./request-operation";
import { toStoreView } from "./to-store-view";

/**
 * Queues the deletion of a store and cancels its other operations. Its row is deleted after its namespace.
 * Deleting a store that is already being deleted changes nothing.
 */
export function deleteStore(
  ctx: Ctx,
  name: string,
  precondition: Precondition<StoreView> = always,
): AcceptedStore {
  const { app, actor } = ctx;
  return transact(app.db, (tx) => {
    const row = getStoreFor(tx, actor, name, "delete");
    const seen = toStoreView(tx, ctx, row);
    precondition(seen);
    if (row.desired === "deleted") return { ...seen, operationId: findOpenOperation(tx, row.id, "delete") };
    app.operations.cancelAll(tx, row);
    endOffer(tx, app.events, row, (email) => `The offer to ${email} was cancelled`);
    return requestOperation(tx, ctx, row, {
      change: { desired: "deleted", phase: "deleting" },
      message: `${row.name} is being deleted`,
      operation: "delete",
      state: {},
      action: "deleteStore",
    });
  });
}
