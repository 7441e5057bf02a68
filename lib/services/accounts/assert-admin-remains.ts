import { and, eq, isNull, ne } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { users } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import type { UserRow } from "./to-account-view";

/** Keeps at least one admin who can sign in. Throws AppError `conflict`. */
export function assertAdminRemains(tx: Pick<Tx, "select">, without: UserRow): void {
  if (without.role !== "admin" || without.disabledAt !== null) return;
  const other = tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.disabledAt), ne(users.id, without.id)))
    .limit(1)
    .get();
  if (other) return;
  throw new AppError("conflict", `${without.email} is the last admin. Make another account an admin first.`);
}
