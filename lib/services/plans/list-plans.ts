import { asc } from "drizzle-orm";
import { plans } from "@/lib/db/schema";
import type { Ctx } from "../app-context";
import { countOwned, countStores } from "../limits/assert-caps";
import type { PlanRow } from "../limits/get-plan-row";

export interface OfferedPlan extends PlanRow {
  /** Number of stores of this plan that the caller may still create. */
  storesLeft: number;
}

/** All plans in their order, with the caller's remaining stores. */
export function listPlans({ app, actor }: Ctx): OfferedPlan[] {
  const ofPlatform = app.settings.maxStores - countStores(app.db);
  const rows = app.db.select().from(plans).orderBy(asc(plans.position), asc(plans.id)).all();
  return rows.map((row) => {
    const ofPlan = row.storesPerUser - countOwned(app.db, actor.userId, row.id);
    return { ...row, storesLeft: Math.max(0, Math.min(ofPlatform, ofPlan)) };
  });
}
