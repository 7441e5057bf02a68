import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { findOpenOperation } from "@/lib/db/open-operations";
import { stores } from "@/lib/db/schema";
import { isRunning, type StoreView } from "@/lib/domain/store";
import { AppError } from "@/lib/errors";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { assertPlanCap } from "../limits/assert-caps";
import { assertCapacityForGrowth } from "../limits/assert-cluster-capacity";
import { assertPlanHolds, assertPlanHoldsSettings } from "../limits/assert-plan-holds";
import { choosePlan, getPlanRow } from "../limits/get-plan-row";
import { always, type Precondition } from "../precondition";
import type { AcceptedStore } from "./accepted-store";
import { toStoreView } from "./to-store-view";

/**
 * Changes a store's plan. Its containers restart with their new sizes; a failed store gets the plan
 * when its create is retried. The plan that the store has is applied again if the cluster refused the last change. Throws AppError `invalid` or `limit_reached` at the field `plan`, and `conflict` while
 * the store is being created or deleted.
 */
export function changeStore(
  ctx: Ctx,
  name: string,
  change: { plan: string },
  precondition: Precondition<StoreView> = always,
): AcceptedStore {
  const { app, actor } = ctx;
  return transact(app.db, (tx) => {
    const row = getStoreFor(tx, actor, name, "operate");
    precondition(toStoreView(tx, ctx, row));
    const plan = choosePlan(tx, change.plan);
    // The row has the plan of a change that the cluster refused: the same request tries it again.
    const isAnotherTry = plan.id === row.plan && row.refusal !== null;
    const underWay = findOpenOperation(tx, row.id, "change-plan");
    if (plan.id === row.plan && (!isAnotherTry || underWay !== null)) {
      return { ...toStoreView(tx, ctx, row), operationId: isAnotherTry ? underWay : null };
    }
    const runs = isRunning(row.phase);
    if (!runs && row.releasedAt === null) {
      const doing = row.phase === "deleting" ? "deleted" : row.phase === "failed" ? "cleaned up" : "created";
      throw new AppError("conflict", `“${name}” is being ${doing}. Change its plan when that has finished.`);
    }
    assertPlanHolds(app, row.type, plan);
    assertPlanHoldsSettings(row, plan);
    if (runs && !isAnotherTry) {
      assertPlanCap(tx, { id: row.ownerId, isYou: row.ownerId === actor.userId }, plan);
      const growth = { type: row.type, from: getPlanRow(tx, row.plan), to: plan };
      assertCapacityForGrowth(tx, app, [growth], "plan");
    }
    const changed = tx
      .update(stores)
      .set({ plan: plan.id, updatedAt: new Date() })
      .where(eq(stores.id, row.id))
      .returning()
      .get();
    app.events.append(tx, row, {
      message: isAnotherTry
        ? `${actor.email} requested the plan ${plan.name} again`
        : `${actor.email} chose the plan ${plan.name}`,
      detail: { kind: "store.plan", plan: plan.id },
    });
    const operationId = runs
      ? app.operations.enqueue(tx, row, { kind: "change-plan", requester: actor, state: {} })
      : null;
    recordAudit(tx, ctx, {
      action: "changeStore",
      target: storeTarget(row),
      detail: { from: row.plan, to: plan.id },
    });
    return { ...toStoreView(tx, ctx, changed), operationId };
  });
}
