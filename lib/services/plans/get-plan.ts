import type { Ctx } from "../app-context";
import { getPlanRow, type PlanRow } from "../limits/get-plan-row";

/** Throws AppError `not_found`. */
export function getPlan({ app }: Ctx, id: string): PlanRow {
  return getPlanRow(app.db, id);
}
