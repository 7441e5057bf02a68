import { type Actor, includesScope } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { assertAdmin } from "@/lib/services/access/assert-admin";
import type { Access } from "../contract/operation";

/**
 * Checks the caller against the operation's access rule, before its input is parsed. The role of a member is checked
 * where the store is read (lib/services/access/get-store-for.ts). Throws AppError `forbidden`.
 */
export function assertAccess(access: Access, actor: Actor | null): void {
  if (access.who === "anyone" || actor === null) return;
  if (access.who === "admin") assertAdmin(actor);
  if (access.who === "session" && actor.credential.kind !== "session") {
    throw new AppError("forbidden", "This requires a browser session. API tokens are not accepted here.");
  }
  if (access.who === "account" && !includesScope(actor.credential.scope, access.scope)) {
    throw new AppError("forbidden", "This API token is read-only. Use a token with the scope write.");
  }
}
