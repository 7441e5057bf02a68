import { type Actor, actsAsAdmin, includesScope } from "@/lib/domain/actor";
import { roleAllows, type StoreRole, type StoreVerb } from "@/lib/domain/store-role";

/**
 * Why an actor with that role in the store may not use a verb: the scope of the credential, the role, or null if it
 * may. A read-only token can only read; an admin may do what an owner may.
 */
export function refusalOf(actor: Actor, role: StoreRole | null, verb: StoreVerb): "scope" | "role" | null {
  if (verb !== "read" && !includesScope(actor.credential.scope, "write")) return "scope";
  const standing = actsAsAdmin(actor) ? "owner" : role;
  return standing !== null && roleAllows(standing, verb) ? null : "role";
}
