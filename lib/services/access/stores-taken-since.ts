import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/connect";
import { events } from "@/lib/db/schema";
import type { Actor } from "@/lib/domain/actor";
import type { StoreRole } from "@/lib/domain/store-role";

/**
 * The stores that the actor was taken out of, or handed over, since an event, and what they were to them: who comes back
 * to a stream would not hear of it, since these are not theirs any more.
 */
export function storesTakenSince(app: { db: Db }, actor: Actor, afterSeq: number): Map<string, StoreRole> {
  const of = (name: string) => sql`json_extract(${events.detail}, ${`$.${name}`})`;
  const kind = sql`json_extract(${events.detail}, '$.kind')`;
  const rows = app.db
    .select({ storeId: events.storeId, detail: events.detail })
    .from(events)
    .where(
      and(
        gt(events.seq, afterSeq),
        or(
          and(eq(kind, "store.members"), eq(of("email"), actor.email), isNull(of("role"))),
          and(eq(kind, "store.owner"), eq(of("from"), actor.userId)),
        ),
      ),
    )
    .all();
  return new Map(
    rows.map(({ storeId, detail }) => [storeId, detail.kind === "store.owner" ? "owner" : "viewer"]),
  );
}
