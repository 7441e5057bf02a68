import { and, eq, type SQL, sql } from "drizzle-orm";
import { events } from "./schema";

/** Condition on `events`: it is about a store that is, or was, offered to this account. */
export function offeredTo(userId: string): SQL | undefined {
  return and(
    eq(sql`json_extract(${events.detail}, '$.kind')`, "store.handover"),
    eq(sql`json_extract(${events.detail}, '$.to')`, userId),
  );
}
