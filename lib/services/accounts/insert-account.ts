import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { users } from "@/lib/db/schema";
import type { Role } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import type { UserRow } from "./to-account-view";

/** Throws AppError `conflict` at the field `email` if an account has that address. */
export function insertAccount(
  tx: Tx,
  account: { email: string; passwordHash: string | null; role: Role; selfRegistered?: boolean },
): UserRow {
  assertNoAccount(tx, account.email);
  return tx
    .insert(users)
    .values({ ...account, id: randomUUID(), createdAt: new Date() })
    .returning()
    .get();
}

export function assertNoAccount(tx: Pick<Tx, "select">, email: string): void {
  const taken = tx.select({ id: users.id }).from(users).where(eq(users.email, email)).get();
  if (!taken) return;
  throw new AppError("conflict", `${email} already has an account. Sign in with it.`, { field: "email" });
}
