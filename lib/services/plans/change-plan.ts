import { isDeepStrictEqual } from "node:util";
import { and, eq, isNull } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { plans, stores } from "@/lib/db/schema";
import type { PlanChange } from "@/lib/domain/plan";
import { isRunning, type StoreType } from "@/lib/domain/store";
import { recordAudit } from "@/lib/services/record-audit";
import { assertAdmin } from "../access/assert-admin";
import type { AppContext, Ctx } from "../app-context";
import { assertCapacityForGrowth } from "../limits/assert-cluster-capacity";
import { assertPlanIsUsable } from "../limits/assert-plan-holds";
import { getPlanRow, type PlanRow } from "../limits/get-plan-row";
import { always, type Precondition } from "../precondition";

/**
 * Changes a plan's limits. Its running stores get the new limits one after another; containers whose sizes change restart. Throws AppError
 * `not_found`, `invalid` at the field of a limit that is too low for a store, and `limit_reached` if the cluster has too
 * little capacity for the running stores.
 */
export function changePlan(
  ctx: Ctx,
  id: string,
  change: PlanChange,
  precondition: Precondition<PlanRow> = always,
): PlanRow {
  const { app, actor } = ctx;
  assertAdmin(actor);
  return transact(app.db, (tx) => {
    const row = getPlanRow(tx, id);
    precondition(row);
    const changed = tx
      .update(plans)
      .set({ ...change, updatedAt: new Date() })
      .where(eq(plans.id, row.id))
      .returning()
      .get();
    const affected = tx
      .select()
      .from(stores)
      .where(and(eq(stores.plan, id), isNull(stores.releasedAt), eq(stores.desired, "ready")))
      .all();
    assertPlanIsUsable(app, changed, neededTypes(app, affected, changed));
    if (!isDeepStrictEqual(boundsOf(row), boundsOf(changed))) {
      // Stores that are being created render the changed plan anyway.
      const running = affected.filter(({ phase }) => isRunning(phase));
      const grown = running.map(({ type }) => ({ type, from: row, to: changed }));
      assertCapacityForGrowth(tx, app, grown);
      for (const store of running) {
        app.operations.enqueue(tx, store, { kind: "change-plan", requester: actor, state: {} });
      }
    }
    recordAudit(tx, ctx, {
      action: "changePlan",
      target: { type: "plan", id: row.id, name: row.name },
      detail: { ...change },
    });
    return changed;
  });
}

/** The limits that a store is rendered with. */
function boundsOf({ pods, cpuMillis, memoryMib, storageMib, volumeMib }: PlanRow) {
  return { pods, cpuMillis, memoryMib, storageMib, volumeMib };
}

/** The store types that the plan must fit: those of its stores, or the smallest offered type if it has none. */
function neededTypes(app: AppContext, rows: { type: StoreType }[], plan: PlanRow): StoreType[] {
  if (rows.length > 0) return [...new Set(rows.map(({ type }) => type))];
  const offered = app.storeTypes.filter(({ available }) => available).map(({ type }) => type);
  const memory = (type: StoreType) =>
    app.footprintOf(type, plan)?.least.memoryMib ?? Number.POSITIVE_INFINITY;
  return offered.sort((a, b) => memory(a) - memory(b)).slice(0, 1);
}
