import { type Actor, actsAsAdmin, includesScope } from "@/lib/domain/actor";
import { roleAllows, type StoreRole, type StoreVerb } from "@/lib/domain/store-role";

/**
 * What stands between an actor, as a member of that role, and a verb: their credential's scope, their role, or nothing
 * (null). A token for reading does nothing but read; an admin may what an owner may.
 */
export function refusalOf(actor: Actor, role: StoreRole | null, verb: StoreVerb): "scope" | "role" | null {
  if (verb !== "read" && !includesScope(actor.credential.scope, "write")) return "scope";
  const standing = actsAsAdmin(actor) ? "owner" : role;
  return standing !== null && roleAllows(standing, verb) ? null : "role";
}
