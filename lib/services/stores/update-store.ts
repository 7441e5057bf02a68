import { type Tx, transact } from "@/lib/db/connect";
import { findOpenOperation } from "@/lib/db/open-operations";
import { sayTarget } from "@/lib/domain/image-update";
import { isRunning, type StoreView } from "@/lib/domain/store";
import { AppError } from "@/lib/errors";
import { hasExclusiveOperation } from "@/lib/operations/has-exclusive-operation";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { always, type Precondition } from "../precondition";
import type { AcceptedStore } from "./accepted-store";
import { requestOperation } from "./request-operation";
import { toStoreView } from "./to-store-view";

/**
 * Updates a store to the installation's images: the shop restarts and is verified again. Does nothing if an update is
 * in progress or nothing is newer. Throws AppError `conflict` while another operation runs.
 */
export function updateStore(
  ctx: Ctx,
  name: string,
  precondition: Precondition<StoreView> = always,
): AcceptedStore {
  const { app, actor } = ctx;
  return transact(app.db, (tx) => {
    const row = getStoreFor(tx, actor, name, "operate");
    const seen = toStoreView(tx, ctx, row);
    precondition(seen);
    if (!isRunning(row.phase)) {
      throw new AppError("conflict", `“${name}” is not running. There is nothing to update.`);
    }
    const update = app.findUpdate(seen);
    const underWay = findOpenOperation(tx, row.id, "update-images");
    if (underWay !== null || update === null || row.images === null)
      return { ...seen, operationId: underWay };
    assertNothingUnderWay(tx, row);
    const target = sayTarget(update.versions, row.versions);
    app.events.append(tx, row, {
      message: `${actor.email} requested the update to ${target}`,
      detail: { kind: "store.update", offered: null },
    });
    return requestOperation(tx, ctx, row, {
      change: {
        phase: row.phase,
        images: update.images,
      },
      state: { from: { images: row.images, versions: row.versions }, to: update, failure: null },
      message: `${name} is being updated to ${target}`,
      operation: "update-images",
      target,
      action: "updateStore",
    });
  });
}

function assertNothingUnderWay(tx: Tx, { id, name }: { id: string; name: string }): void {
  if (hasExclusiveOperation(tx, id))
    throw new AppError(
      "conflict",
      `“${name}” has another operation in progress. Update it when that has finished.`,
    );
}
