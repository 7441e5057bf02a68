import { eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { users } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import type { UserRow } from "./to-account-view";

/**
 * The account of this address, to give it access to something. Throws AppError at the field `email`: `not_found` if
 * there is none, `conflict` if it is disabled.
 */
export function getEnabledAccount(tx: Pick<Tx, "select">, email: string): UserRow {
  const row = tx.select().from(users).where(eq(users.email, email)).get();
  if (!row) {
    throw new AppError("not_found", "No account has this e-mail. Ask an admin to invite them first.", {
      field: "email",
    });
  }
  if (row.disabledAt !== null) {
    throw new AppError("conflict", "This account is disabled. Ask an admin to enable it first.", {
      field: "email",
    });
  }
  return row;
}
