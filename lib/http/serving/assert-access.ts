import { type Actor, includesScope } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { assertAdmin } from "@/lib/services/access/assert-admin";
import type { Access } from "../contract/operation";

/**
 * Holds who asks against what an operation asks for, before its input is looked at. What a member may do with a store
 * is decided where the store is read (lib/services/access/get-store-for.ts), since it takes the store to know.
 * Throws AppError `forbidden`.
 */
export function assertAccess(access: Access, actor: Actor | null): void {
  if (access.who === "anyone" || actor === null) return;
  if (access.who === "admin") assertAdmin(actor);
  if (access.who === "session" && actor.credential.kind !== "session") {
    throw new AppError("forbidden", "This takes a sign-in in the browser: an API token may not do it.");
  }
  if (access.who === "account" && !includesScope(actor.credential.scope, access.scope)) {
    throw new AppError("forbidden", "This API token is read-only. Use a token with the scope write.");
  }
}
