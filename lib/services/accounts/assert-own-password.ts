import { AppError } from "@/lib/errors";
import type { Ctx } from "../app-context";
import { getUserRow } from "./get-user-row";
import { passwordMatches } from "./password-hash";

/**
 * Verifies the caller's password before an action that cannot be undone, because a browser may have been left open.
 * Accounts without a password (sign-in with a provider) pass. Throws AppError `invalid` at `field`.
 */
export async function assertOwnPassword(
  { app, actor }: Ctx,
  password: string | undefined,
  field: string,
): Promise<void> {
  const { passwordHash } = getUserRow(app.db, actor.userId);
  if (passwordHash === null) return;
  if (password === undefined) throw new AppError("invalid", "Enter your current password.", { field });
  if (await passwordMatches(passwordHash, password)) return;
  throw new AppError("invalid", "This is not your current password.", { field });
}
