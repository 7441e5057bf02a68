import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { plans } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";

export type PlanRow = typeof plans.$inferSelect;

/** The plan named in a request body. Throws AppError `invalid` at the field `plan`. */
export function choosePlan(tx: Pick<Tx, "select">, id: string): PlanRow {
  const row = tx.select().from(plans).where(eq(plans.id, id)).get();
  if (row) return row;
  const ids = tx.select({ id: plans.id }).from(plans).orderBy(asc(plans.position)).all();
  throw new AppError("invalid", `The plan must be one of: ${ids.map((plan) => plan.id).join(", ")}.`, {
    field: "plan",
  });
}

/** The plan of a path or of a store. Throws AppError `not_found`. */
export function getPlanRow(tx: Pick<Tx, "select">, id: string): PlanRow {
  const row = tx.select().from(plans).where(eq(plans.id, id)).get();
  if (!row) throw new AppError("not_found", "There is no such plan.");
  return row;
}
