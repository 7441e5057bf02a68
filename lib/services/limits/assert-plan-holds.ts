import { type Footprint, findShortfalls } from "@/lib/domain/footprint";
import type { StoreType } from "@/lib/domain/store";
import { AppError } from "@/lib/errors";
import type { AppContext } from "../app-context";
import type { PlanRow } from "./get-plan-row";

/** Throws AppError `limit_reached` at the field `plan` where a store of the type can't run on so little. */
export function assertPlanHolds(app: AppContext, type: StoreType, plan: PlanRow): void {
  const footprint = app.footprintOf(type);
  const [short] = footprint ? findShortfalls(footprint, plan) : [];
  if (!short) return;
  throw new AppError(
    "limit_reached",
    `The plan ${plan.name} is too small for this type: its ${short.field} is ${short.allowed}, and such a store needs ${short.least}. Choose a larger plan, or ask the admin to raise it.`,
    { field: "plan" },
  );
}

/** Throws AppError `invalid` at the bound's field for a plan on which no store of any of the types could run. */
export function assertPlanIsUsable(app: AppContext, plan: PlanRow, types: StoreType[]): void {
  for (const type of types) {
    const footprint: Footprint | null = app.footprintOf(type);
    const [short] = footprint ? findShortfalls(footprint, plan) : [];
    if (!short) continue;
    throw new AppError(
      "invalid",
      `A ${labelOf(app, type)} can't run on less than ${short.least} here. ${short.reason}`,
      { field: short.field },
    );
  }
}

function labelOf({ storeTypes }: AppContext, type: StoreType): string {
  return storeTypes.find((offer) => offer.type === type)?.label ?? type;
}
