import { asc, count, inArray } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { identities, stores, type users } from "@/lib/db/schema";
import type { Role } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";

export type UserRow = typeof users.$inferSelect;

/** An account as its owner and the admins see it. Of the password it shows only whether one is set. */
export interface Account {
  id: string;
  email: string;
  role: Role;
  /** `password`, or a provider's id. */
  signInMethods: string[];
  storesOwned: number;
  createdAt: Date;
  lastSignInAt: Date | null;
  disabledAt: Date | null;
}

export function toAccountViews(tx: Pick<Tx, "select">, rows: UserRow[]): Account[] {
  const ids = rows.map(({ id }) => id);
  const owned = tx
    .select({ ownerId: stores.ownerId, n: count() })
    .from(stores)
    .where(inArray(stores.ownerId, ids))
    .groupBy(stores.ownerId)
    .all();
  const linked = tx
    .select({ userId: identities.userId, provider: identities.provider })
    .from(identities)
    .where(inArray(identities.userId, ids))
    .orderBy(asc(identities.provider))
    .all();
  return rows.map(({ passwordHash, ...row }) => {
    const providers = linked.filter(({ userId }) => userId === row.id).map(({ provider }) => provider);
    return {
      ...row,
      signInMethods: [...(passwordHash === null ? [] : ["password"]), ...new Set(providers)],
      storesOwned: owned.find(({ ownerId }) => ownerId === row.id)?.n ?? 0,
    };
  });
}

export function toAccountView(tx: Pick<Tx, "select">, row: UserRow): Account {
  const [account] = toAccountViews(tx, [row]);
  if (!account) throw new AppError("not_found", "There is no such account.");
  return account;
}
