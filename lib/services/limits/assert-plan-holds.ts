import { findShortfalls, type Shortfall } from "@/lib/domain/footprint";
import { formatLeast, planLimitLabel } from "@/lib/domain/format-plan-amount";
import { whyNotOnPlan } from "@/lib/domain/runtime-settings/runtime-settings";
import type { Store, StoreType } from "@/lib/domain/store";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { AppError } from "@/lib/errors";
import type { AppContext } from "../app-context";
import type { PlanRow } from "./get-plan-row";

/** Throws AppError `limit_reached` at the field `plan` where a store of the type can't run on so little. */
export function assertPlanHolds(app: AppContext, type: StoreType, plan: PlanRow): void {
  const short = findShortfall(app, type, plan);
  if (!short) return;
  const { field, allowed, least } = short;
  throw new AppError(
    "limit_reached",
    `The plan ${plan.name} is too small for a ${labelOf(app, type)}: its ${planLimitLabel(field)} is ${formatLeast(field, allowed)}, and such a store needs ${formatLeast(field, least)}. Choose a larger plan, or ask an admin to raise it.`,
    { field: "plan" },
  );
}

/** Throws AppError `limit_reached` at the field `plan` where the store's runtime settings need more than the plan has. */
export function assertPlanHoldsSettings(
  { type, runtimeSettings }: Pick<Store, "type" | "runtimeSettings">,
  plan: PlanRow,
): void {
  const support = engineProfiles[type]?.runtimeSettings;
  const reason = support ? whyNotOnPlan(runtimeSettings, support, plan) : null;
  if (!reason) return;
  throw new AppError("limit_reached", `${reason} Lower it in the store's runtime settings first.`, {
    field: "plan",
  });
}

/** Throws AppError `invalid` at the bound's field for a plan on which no store of any of the types could run. */
export function assertPlanIsUsable(app: AppContext, plan: PlanRow, types: StoreType[]): void {
  for (const type of types) {
    const short = findShortfall(app, type, plan);
    if (!short) continue;
    const { field, least, reason } = short;
    throw new AppError(
      "invalid",
      `The minimum is ${formatLeast(field, least)}: a ${labelOf(app, type)} needs it. ${reason}`,
      { field },
    );
  }
}

function findShortfall(app: AppContext, type: StoreType, plan: PlanRow): Shortfall | undefined {
  const footprint = app.footprintOf(type, plan);
  return footprint ? findShortfalls(footprint, plan)[0] : undefined;
}

function labelOf({ storeTypes }: AppContext, type: StoreType): string {
  return storeTypes.find((offer) => offer.type === type)?.label ?? type;
}
