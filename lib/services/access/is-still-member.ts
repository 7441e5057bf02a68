import type { Db } from "@/lib/db/connect";
import { type Actor, actsAsAdmin } from "@/lib/domain/actor";
import { roleAllows, type StoreVerb } from "@/lib/domain/store-role";
import { roleOf } from "./get-store-for";

/** Whether an actor who had access still may do this with the store, also after the store was deleted. */
export function isStillMember(app: { db: Db }, actor: Actor, storeId: string, verb: StoreVerb): boolean {
  if (actsAsAdmin(actor)) return true;
  const role = roleOf(app.db, storeId, actor.userId);
  return role !== null && roleAllows(role, verb);
}
