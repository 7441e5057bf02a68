import type { SQL } from "drizzle-orm";
import { memberOf } from "@/lib/db/member-of";
import { stores } from "@/lib/db/schema";
import { type Actor, actsAsAdmin } from "@/lib/domain/actor";

/** Condition on `stores`: the actor is a member. Undefined for an admin, who sees all. */
export function storesVisibleTo(actor: Actor): SQL | undefined {
  if (actsAsAdmin(actor)) return undefined;
  return memberOf(stores.id, actor.userId);
}
