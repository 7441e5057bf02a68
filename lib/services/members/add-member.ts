import { transact } from "@/lib/db/connect";
import { storeMembers } from "@/lib/db/schema";
import type { StoreRole } from "@/lib/domain/store-role";
import { AppError } from "@/lib/errors";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor, roleOf } from "../access/get-store-for";
import { getEnabledAccount } from "../accounts/get-enabled-account";
import type { Ctx } from "../app-context";
import { getMember, type Member } from "./list-members";

/**
 * Adds an account as a member of a store. Throws AppError at the field `email`: `not_found` if no account has this
 * address, `conflict` if it is already a member.
 */
export function addMember(
  ctx: Ctx,
  name: string,
  asked: { email: string; role: Exclude<StoreRole, "owner"> },
): Member {
  const { app, actor } = ctx;
  return transact(app.db, (tx) => {
    const store = getStoreFor(tx, actor, name, "manage-members");
    const account = getEnabledAccount(tx, asked.email);
    const held = roleOf(tx, store.id, account.id);
    if (held !== null) {
      throw new AppError("conflict", `${account.email} is already ${held} of “${name}”.`, { field: "email" });
    }
    tx.insert(storeMembers)
      .values({ storeId: store.id, userId: account.id, role: asked.role, createdAt: new Date() })
      .run();
    app.events.append(tx, store, {
      message: `${actor.email} added ${account.email} as ${asked.role}`,
      detail: { kind: "store.members", email: account.email, role: asked.role },
    });
    recordAudit(tx, ctx, {
      action: "addMember",
      target: storeTarget(store),
      detail: { member: account.email, role: asked.role },
    });
    return getMember(tx, store.id, account.id);
  });
}
