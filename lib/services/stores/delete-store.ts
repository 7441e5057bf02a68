import { transact } from "@/lib/db/connect";
import type { StoreView } from "@/lib/domain/store";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { endOffer } from "../handovers/end-offer";
import { always, type Precondition } from "../precondition";
import { requestOperation } from "./request-operation";
import { toStoreView } from "./to-store-view";

/**
 * Wants the store gone: what runs on it is cancelled, and the row goes when its namespace has gone.
 * Deleting what is already being deleted changes nothing.
 */
export function deleteStore(
  ctx: Ctx,
  name: string,
  precondition: Precondition<StoreView> = always,
): StoreView {
  const { app, actor } = ctx;
  return transact(app.db, (tx) => {
    const row = getStoreFor(tx, actor, name, "delete");
    const seen = toStoreView(tx, ctx, row);
    precondition(seen);
    if (row.desired === "deleted") return seen;
    app.operations.cancelAll(tx, row);
    endOffer(tx, app.events, row, (email) => `The offer to ${email} is void`);
    return requestOperation(tx, ctx, row, {
      change: { desired: "deleted", phase: "deleting" },
      message: `${row.name} is being deleted`,
      operation: "delete",
      action: "deleteStore",
    });
  });
}
