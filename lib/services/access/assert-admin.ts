import { type Actor, actsAsAdmin } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";

/** Throws AppError `forbidden` unless the actor acts as an admin. */
export function assertAdmin(actor: Actor): void {
  if (actsAsAdmin(actor)) return;
  const reason =
    actor.role === "admin"
      ? "This needs an API token with the scope admin."
      : "Only admins of this installation may do this.";
  throw new AppError("forbidden", reason);
}
