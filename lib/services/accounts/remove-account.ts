import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { links, stores, users } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import type { AppContext } from "../app-context";
import { endMemberAccess } from "../stores/end-member-access";
import { endOpenedShops } from "../stores/end-opened-shops";
import { assertAdminRemains } from "./assert-admin-remains";
import type { UserRow } from "./to-account-view";

/**
 * Deletes an account with its sessions, tokens, identities and memberships. Its audit entries remain. The admin
 * sessions of the shops that it could open end. Throws AppError
 * `conflict` while it owns stores, and for the last admin.
 */
export function removeAccount(tx: Tx, app: Pick<AppContext, "operations">, account: UserRow): void {
  assertAdminRemains(tx, account);
  const owned = tx
    .select({ name: stores.name })
    .from(stores)
    .where(eq(stores.ownerId, account.id))
    .orderBy(asc(stores.name))
    .all();
  if (owned.length > 0) {
    const names = owned.map(({ name }) => name).join(", ");
    throw new AppError(
      "conflict",
      `${account.email} still owns stores. Transfer or delete them first: ${names}.`,
    );
  }
  endMemberAccess(tx, app, account.id);
  if (account.role === "admin") endOpenedShops(tx, app, account.id);
  tx.delete(links).where(eq(links.email, account.email)).run();
  tx.delete(users).where(eq(users.id, account.id)).run();
}
