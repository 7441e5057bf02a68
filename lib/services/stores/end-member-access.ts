import { eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { storeMembers, stores } from "@/lib/db/schema";
import { roleAllows } from "@/lib/domain/store-role";
import type { AppContext } from "../app-context";
import { endShopAccess } from "./end-shop-access";

/** Ends the access to the admin pages of every shop that an account's roles open. Call it before they are removed. */
export function endMemberAccess(tx: Tx, app: Pick<AppContext, "operations">, userId: string): void {
  const memberships = tx
    .select({ store: stores, role: storeMembers.role })
    .from(storeMembers)
    .innerJoin(stores, eq(stores.id, storeMembers.storeId))
    .where(eq(storeMembers.userId, userId))
    .all();
  for (const { store, role } of memberships) {
    if (roleAllows(role, "enter")) endShopAccess(tx, app, store);
  }
}
