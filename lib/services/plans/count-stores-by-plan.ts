import { count, isNull } from "drizzle-orm";
import { stores } from "@/lib/db/schema";
import { assertAdmin } from "../access/assert-admin";
import type { Ctx } from "../app-context";

/** Number of stores per plan id, for an admin who changes a plan. */
export function countStoresByPlan({ app, actor }: Ctx): Map<string, number> {
  assertAdmin(actor);
  const rows = app.db
    .select({ plan: stores.plan, n: count() })
    .from(stores)
    .where(isNull(stores.releasedAt))
    .groupBy(stores.plan)
    .all();
  return new Map(rows.map(({ plan, n }) => [plan, n]));
}
