import { asc } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { plans } from "@/lib/db/schema";
import type { Ctx } from "../context";
import { countOwned, countStores } from "../limits/assert-room";
import type { PlanRow } from "./get-plan";

export interface OfferedPlan extends PlanRow {
  /** Stores of this plan that the asker may still create, as things are. */
  storesLeft: number;
}

/** All plans, in their order, and what of them the asker has left. */
export function listPlans(ctx: Ctx): OfferedPlan[] {
  const { db } = ctx.app;
  const rows = db.select().from(plans).orderBy(asc(plans.position), asc(plans.id)).all();
  return rows.map((row) => offerPlan(db, ctx, row));
}

export function offerPlan(tx: Pick<Tx, "select">, { app, actor }: Ctx, row: PlanRow): OfferedPlan {
  const ofPlatform = app.settings.maxStores - countStores(tx);
  const ofPlan = row.storesPerUser - countOwned(tx, actor.userId, row.id);
  return { ...row, storesLeft: Math.max(0, Math.min(ofPlatform, ofPlan)) };
}
