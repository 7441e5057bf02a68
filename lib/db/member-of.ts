import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { storeMembers } from "./schema";

/** Condition on a column that holds a store's id: the account is a member of that store. */
export function memberOf(storeId: AnyColumn, userId: string): SQL {
  return sql`exists (select 1 from ${storeMembers} where ${storeMembers.storeId} = ${storeId} and ${storeMembers.userId} = ${userId})`;
}
