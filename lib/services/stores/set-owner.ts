import { and, eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { isOpen } from "@/lib/db/open-operations";
import { operations, storeMembers, stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { AppContext } from "../app-context";
import { endOffer } from "./end-offer";
import { endShopAccess } from "./end-shop-access";

/**
 * Transfers a store to another account: the previous owner stops being a member, an open offer becomes void, the
 * shop's admin sessions end, and open operations count for the new owner. The caller checks the new owner's limits first (limits/assert-caps.ts) and
 * notifies `accessChanges` after the commit.
 */
export function setOwner(
  tx: Tx,
  app: Pick<AppContext, "events" | "operations">,
  store: StoreRow,
  account: { id: string; email: string },
): StoreRow {
  const now = new Date();
  const changed = tx
    .update(stores)
    .set({ ownerId: account.id, updatedAt: now })
    .where(eq(stores.id, store.id))
    .returning()
    .get();
  tx.delete(storeMembers)
    .where(and(eq(storeMembers.storeId, store.id), eq(storeMembers.userId, store.ownerId)))
    .run();
  tx.insert(storeMembers)
    .values({ storeId: store.id, userId: account.id, role: "owner", createdAt: now })
    .onConflictDoUpdate({ target: [storeMembers.storeId, storeMembers.userId], set: { role: "owner" } })
    .run();
  endOffer(tx, app.events, store, (email) => `The offer to ${email} was cancelled`);
  tx.update(operations)
    .set({ ownerId: account.id })
    .where(and(eq(operations.storeId, store.id), isOpen))
    .run();
  endShopAccess(tx, app, changed);
  app.events.append(tx, changed, {
    message: `${store.name} now belongs to ${account.email}`,
    detail: { kind: "store.owner", email: account.email, from: store.ownerId },
  });
  return changed;
}
