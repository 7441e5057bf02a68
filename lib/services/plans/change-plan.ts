import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { plans } from "@/lib/db/schema";
import type { PlanChange } from "@/lib/domain/plan";
import { recordAudit } from "@/lib/services/record-audit";
import { assertAdmin } from "../access/assert-admin";
import type { Ctx } from "../context";
import { always, type Precondition } from "../precondition";
import { getPlanRow, type PlanRow } from "./get-plan-row";

/** Changes what a plan allows. Throws AppError `not_found`. */
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
    recordAudit(tx, ctx, {
      action: "changePlan",
      target: { type: "plan", id: row.id, name: row.name },
      detail: { ...change },
    });
    return changed;
  });
}
