import { and, eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { storeMembers } from "@/lib/db/schema";
import { roleAllows } from "@/lib/domain/store-role";
import { AppError } from "@/lib/errors";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { endShopAccess } from "../stores/end-shop-access";
import { getMember } from "./list-members";

/**
 * Removes a member immediately, and ends the shop's admin sessions if their role opened them. The owner removes others; every member except the owner can leave. Throws AppError
 * `not_found` for a non-member, `conflict` for the owner.
 */
export function removeMember(ctx: Ctx, name: string, userId: string): void {
  const { app, actor } = ctx;
  const leaves = userId === actor.userId;
  transact(app.db, (tx) => {
    const store = getStoreFor(tx, actor, name, leaves ? "leave" : "manage-members");
    const member = getMember(tx, store.id, userId);
    if (member.role === "owner") {
      const next = "Transfer it to another account, or delete it.";
      throw new AppError("conflict", `${leaves ? "You own" : `${member.email} owns`} “${name}”. ${next}`);
    }
    tx.delete(storeMembers)
      .where(and(eq(storeMembers.storeId, store.id), eq(storeMembers.userId, userId)))
      .run();
    if (roleAllows(member.role, "enter")) endShopAccess(tx, app, store);
    app.events.append(tx, store, {
      message: leaves ? `${member.email} left` : `${actor.email} removed ${member.email}`,
      detail: { kind: "store.members", email: member.email, role: null },
    });
    recordAudit(tx, ctx, {
      action: "removeMember",
      target: storeTarget(store),
      detail: { member: member.email, role: member.role },
    });
  });
  app.accessChanges.notify();
}
