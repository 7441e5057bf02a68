import { type Actor, actsAsAdmin, includesScope } from "@/lib/domain/actor";
import type { SeenStore } from "@/lib/domain/store";
import { roleAllows, type StoreVerb, storeVerbs } from "@/lib/domain/store-role";

/** What the actor may do with a store that they see: pages offer this and no more; getStoreFor is what enforces it. */
export function allowedVerbs(actor: Actor, store: Pick<SeenStore, "role">): StoreVerb[] {
  const role = actsAsAdmin(actor) ? "owner" : store.role;
  if (role === null) return [];
  const writes = includesScope(actor.credential.scope, "write");
  return storeVerbs.filter((verb) => (verb === "read" || writes) && roleAllows(role, verb));
}
