import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/connect";
import { events } from "@/lib/db/schema";
import type { Actor } from "@/lib/domain/actor";
import type { StoreRole } from "@/lib/domain/store-role";

/**
 * The stores that the actor lost access to since an event, with the previous role. A reconnecting stream reports them,
 * because the actor may no longer read those stores' events.
 */
export function listLostStores(app: { db: Db }, actor: Actor, afterSeq: number): Map<string, StoreRole> {
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
