import { AppError } from "@/lib/errors";
import type { Ctx } from "../app-context";
import { getUserRow } from "./get-user-row";
import { passwordMatches } from "./password-hash";

/**
 * Asks once more who sits there, before what can't be taken back: a browser may have been left open. An account that
 * signs in with a provider alone has no password to ask for. Throws AppError `invalid` at `field`.
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
