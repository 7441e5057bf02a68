import { and, eq } from "drizzle-orm";
import type { Db } from "@/lib/db/connect";
import { storeMembers } from "@/lib/db/schema";
import { type Actor, actsAsAdmin } from "@/lib/domain/actor";
import type { StoreRole } from "@/lib/domain/store-role";

/**
 * The actor's role in each of their stores, by store id; in one store if it is named. Null for an admin, who sees all.
 */
export function visibleRoles(
  app: { db: Db },
  actor: Actor,
  storeId: string | null = null,
): Map<string, StoreRole> | null {
  if (actsAsAdmin(actor)) return null;
  const named = storeId === null ? undefined : eq(storeMembers.storeId, storeId);
  const rows = app.db
    .select({ id: storeMembers.storeId, role: storeMembers.role })
    .from(storeMembers)
    .where(and(eq(storeMembers.userId, actor.userId), named))
    .all();
  return new Map(rows.map(({ id, role }) => [id, role]));
}
