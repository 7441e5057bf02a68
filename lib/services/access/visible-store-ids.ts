import { eq } from "drizzle-orm";
import type { Db } from "@/lib/db/connect";
import { storeMembers } from "@/lib/db/schema";
import { type Actor, actsAsAdmin } from "@/lib/domain/actor";

/** Ids of the stores that the actor is a member of; null for an admin, who sees all. */
export function visibleStoreIds(app: { db: Db }, actor: Actor): Set<string> | null {
  if (actsAsAdmin(actor)) return null;
  const rows = app.db
    .select({ id: storeMembers.storeId })
    .from(storeMembers)
    .where(eq(storeMembers.userId, actor.userId))
    .all();
  return new Set(rows.map(({ id }) => id));
}
