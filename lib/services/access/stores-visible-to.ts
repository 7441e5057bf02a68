import { type SQL, sql } from "drizzle-orm";
import { storeMembers, stores } from "@/lib/db/schema";
import { type Actor, actsAsAdmin } from "@/lib/domain/actor";

/** Condition on `stores`: those that the actor is a member of; none for an admin, who sees all. */
export function storesVisibleTo(actor: Actor): SQL | undefined {
  if (actsAsAdmin(actor)) return undefined;
  return sql`exists (select 1 from ${storeMembers} where ${storeMembers.storeId} = ${stores.id} and ${storeMembers.userId} = ${actor.userId})`;
}
