import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { plans } from "@/lib/db/schema";
import type { PlanChange } from "@/lib/domain/plan";
import { recordAudit } from "@/lib/services/record-audit";
import { assertAdmin } from "../access/assert-admin";
import type { Ctx } from "../context";
import { getPlan } from "./get-plan";
import { type OfferedPlan, offerPlan } from "./list-plans";

/** Changes what a plan allows. */
export function changePlan(ctx: Ctx, id: string, change: PlanChange): OfferedPlan {
  const { app, actor } = ctx;
  assertAdmin(actor);
  return transact(app.db, (tx) => {
    const row = getPlan(tx, id);
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
    return offerPlan(tx, ctx, changed);
  });
}
