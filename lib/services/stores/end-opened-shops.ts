import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { audit, storeMembers, stores } from "@/lib/db/schema";
import { roleAllows } from "@/lib/domain/store-role";
import type { AppContext } from "../app-context";
import { endShopAccess } from "./end-shop-access";

/** Audited actions that open a shop's admin pages, or show a password that does. */
const openingActions = ["openAdmin", "revealAdminPassword", "resetAdminPassword"];

/**
 * Ends the admin sessions of every shop that an admin of the installation opened without a role that opens it. Call it
 * when the account stops being an admin, is disabled or is deleted.
 */
export function endOpenedShops(tx: Tx, app: Pick<AppContext, "operations">, userId: string): void {
  const opened = tx
    .select({ id: audit.targetId })
    .from(audit)
    .where(
      and(
        eq(audit.actorId, userId),
        eq(audit.targetType, "store"),
        eq(audit.result, "ok"),
        inArray(audit.action, openingActions),
      ),
    )
    .all()
    .map(({ id }) => id)
    .filter((id) => id !== null);
  for (const store of tx.select().from(stores).where(inArray(stores.id, opened)).all()) {
    const member = tx
      .select({ role: storeMembers.role })
      .from(storeMembers)
      .where(and(eq(storeMembers.storeId, store.id), eq(storeMembers.userId, userId)))
      .get();
    if (member === undefined || !roleAllows(member.role, "enter")) endShopAccess(tx, app, store);
  }
}
