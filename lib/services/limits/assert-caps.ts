import { and, count, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import type { PlanRow } from "./get-plan-row";

/** Number of stores that count against the caps: all except failed ones whose namespace is gone. */
export function countStores(tx: Pick<Tx, "select">): number {
  return tx.select({ n: count() }).from(stores).where(isNull(stores.releasedAt)).get()?.n ?? 0;
}

export function countOwned(tx: Pick<Tx, "select">, ownerId: string, plan: string): number {
  const theirs = and(eq(stores.ownerId, ownerId), eq(stores.plan, plan), isNull(stores.releasedAt));
  return tx.select({ n: count() }).from(stores).where(theirs).get()?.n ?? 0;
}

/** Throws AppError `limit_reached` if the installation has its maximum number of stores. */
export function assertPlatformCap(tx: Pick<Tx, "select">, maxStores: number): void {
  if (countStores(tx) < maxStores) return;
  throw new AppError(
    "limit_reached",
    `This installation has reached its limit of ${maxStores} stores. Delete one, or ask the admin to raise MAX_STORES.`,
  );
}

/** Throws AppError `limit_reached` if the account owns the plan's maximum number of stores. */
export function assertPlanCap(
  tx: Pick<Tx, "select">,
  owner: { id: string; isYou: boolean },
  plan: PlanRow,
): void {
  if (countOwned(tx, owner.id, plan.id) < plan.storesPerUser) return;
  const who = owner.isYou ? "You have" : "The owner has";
  throw new AppError(
    "limit_reached",
    `${who} reached the limit of ${plan.storesPerUser} stores of the plan ${plan.name}. Choose another plan, delete one, or ask the admin to raise the plan's storesPerUser.`,
    { field: "plan" },
  );
}
