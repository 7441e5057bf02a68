import { type Actor, actsAsAdmin } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";

/** Throws AppError `forbidden` for who does not act as an admin. */
export function assertAdmin(actor: Actor): void {
  if (actsAsAdmin(actor)) return;
  const reason =
    actor.role === "admin"
      ? "This takes an API token with the scope admin."
      : "Only an admin of this installation may do this.";
  throw new AppError("forbidden", reason);
}
