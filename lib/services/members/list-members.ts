import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { storeMembers, users } from "@/lib/db/schema";
import type { StoreRole } from "@/lib/domain/store-role";
import { AppError } from "@/lib/errors";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";

export interface Member {
  userId: string;
  email: string;
  role: StoreRole;
  since: Date;
}

/** A store's members: the owner first, then in the order in which they were added. */
export function listMembers({ app, actor }: Ctx, name: string): Member[] {
  const store = getStoreFor(app.db, actor, name, "read");
  return selectMembers(app.db)
    .where(eq(storeMembers.storeId, store.id))
    .orderBy(desc(sql`${storeMembers.role} = 'owner'`), asc(storeMembers.createdAt), asc(users.email))
    .all();
}

/** Throws AppError `not_found` for a non-member. */
export function getMember(tx: Pick<Tx, "select">, storeId: string, userId: string): Member {
  const member = selectMembers(tx)
    .where(and(eq(storeMembers.storeId, storeId), eq(storeMembers.userId, userId)))
    .get();
  if (!member) throw new AppError("not_found", "This account is not a member of the store.");
  return member;
}

function selectMembers(tx: Pick<Tx, "select">) {
  return tx
    .select({
      userId: storeMembers.userId,
      email: users.email,
      role: storeMembers.role,
      since: storeMembers.createdAt,
    })
    .from(storeMembers)
    .innerJoin(users, eq(users.id, storeMembers.userId));
}
