import { eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { users } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import type { UserRow } from "./to-account-view";

/** Throws AppError `not_found`. */
export function getUserRow(tx: Pick<Tx, "select">, id: string): UserRow {
  const row = tx.select().from(users).where(eq(users.id, id)).get();
  if (!row) throw new AppError("not_found", "There is no such account.");
  return row;
}
