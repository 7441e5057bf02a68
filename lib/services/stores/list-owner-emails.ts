import { eq, inArray } from "drizzle-orm";
import type { Db } from "@/lib/db/connect";
import { stores, users } from "@/lib/db/schema";

/** E-mail addresses of the owners of these stores, by store id. */
export function listOwnerEmails({ db }: { db: Db }, storeIds: string[]): Record<string, string> {
  if (storeIds.length === 0) return {};
  const rows = db
    .select({ id: stores.id, email: users.email })
    .from(stores)
    .innerJoin(users, eq(users.id, stores.ownerId))
    .where(inArray(stores.id, storeIds))
    .all();
  return Object.fromEntries(rows.map(({ id, email }) => [id, email]));
}
