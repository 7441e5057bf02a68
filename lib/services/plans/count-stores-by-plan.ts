import { count, isNull } from "drizzle-orm";
import { stores } from "@/lib/db/schema";
import { assertAdmin } from "../access/assert-admin";
import type { Ctx } from "../app-context";

/** How many stores of the installation have each plan, by its id: whom a change of it concerns. */
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
