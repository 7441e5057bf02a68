import { and, eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { storeMembers } from "@/lib/db/schema";
import { roleAllows, type StoreRole } from "@/lib/domain/store-role";
import { AppError } from "@/lib/errors";
import { recordAudit, storeTarget } from "@/lib/services/record-audit";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { endShopAccess } from "../stores/end-shop-access";
import { getMember, type Member } from "./list-members";

/** Changes a member's role. Throws AppError `not_found` for a non-member, `conflict` for the owner. */
export function changeMember(
  ctx: Ctx,
  name: string,
  userId: string,
  role: Exclude<StoreRole, "owner">,
): Member {
  const { app, actor } = ctx;
  const changed = transact(app.db, (tx) => {
    const store = getStoreFor(tx, actor, name, "manage-members");
    const member = getMember(tx, store.id, userId);
    if (member.role === "owner") {
      throw new AppError(
        "conflict",
        `${member.email} owns “${name}”. Transfer the store first, then add them as a member.`,
      );
    }
    if (member.role === role) return member;
    tx.update(storeMembers)
      .set({ role })
      .where(and(eq(storeMembers.storeId, store.id), eq(storeMembers.userId, userId)))
      .run();
    if (roleAllows(member.role, "enter") && !roleAllows(role, "enter")) endShopAccess(tx, app, store);
    app.events.append(tx, store, {
      message: `${actor.email} made ${member.email} ${role}`,
      detail: { kind: "store.members", email: member.email, role },
    });
    recordAudit(tx, ctx, {
      action: "changeMember",
      target: storeTarget(store),
      detail: { member: member.email, role },
    });
    return { ...member, role };
  });
  app.accessChanges.notify();
  return changed;
}
