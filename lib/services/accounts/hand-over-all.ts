import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { stores, users } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import type { Ctx } from "../app-context";
import { countOwned } from "../limits/assert-caps";
import { getPlanRow } from "../limits/get-plan-row";
import { setOwner } from "../stores/set-owner";
import type { UserRow } from "./to-account-view";

/**
 * Transfers all stores of an account to another one, without an offer: the account is about to be deleted. Throws
 * AppError at the field `handOverTo`: `not_found`, `conflict` if the other account is disabled, `limit_reached` if it
 * would own more stores of a plan than the plan allows.
 */
export function handOverAll(tx: Tx, ctx: Ctx, from: UserRow, email: string): void {
  const receiver = getReceiver(tx, from, email);
  const owned = tx
    .select()
    .from(stores)
    .where(eq(stores.ownerId, from.id))
    .orderBy(asc(stores.createdAt), asc(stores.id))
    .all();
  for (const store of owned) {
    const plan = getPlanRow(tx, store.plan);
    // A failed store whose namespace is gone does not count.
    if (store.releasedAt === null && countOwned(tx, receiver.id, plan.id) >= plan.storesPerUser) {
      throw refuse(
        "limit_reached",
        `With these stores, ${email} would exceed the limit of ${plan.storesPerUser} stores of the plan ${plan.name}. Name another account, delete some of the stores, or raise the plan's storesPerUser.`,
      );
    }
    recordAudit(tx, ctx, {
      action: "setOwner",
      target: storeTarget(store),
      detail: { from: from.email, to: receiver.email },
    });
    setOwner(tx, ctx.app, store, receiver);
  }
}

function getReceiver(tx: Tx, from: UserRow, email: string): UserRow {
  const receiver = tx.select().from(users).where(eq(users.email, email)).get();
  if (!receiver) throw refuse("not_found", "No account has this e-mail address. Invite them first.");
  if (receiver.id === from.id) {
    throw refuse("conflict", "This is the account that is to be deleted. Name another one.");
  }
  if (receiver.disabledAt !== null) {
    throw refuse("conflict", "This account is disabled. Enable it first, or name another one.");
  }
  return receiver;
}

function refuse(code: "not_found" | "conflict" | "limit_reached", sentence: string): AppError {
  return new AppError(code, sentence, { field: "handOverTo" });
}
