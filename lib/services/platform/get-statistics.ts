import { and, count, desc, gt, isNull, type SQL, sql } from "drizzle-orm";
import { memberOf } from "@/lib/db/member-of";
import { events, stores } from "@/lib/db/schema";
import { actsAsAdmin } from "@/lib/domain/actor";
import { foldCreateDays, foldCreates, type Statistics } from "@/lib/domain/statistics";
import type { EventDetail } from "@/lib/domain/store-event";
import { storesVisibleTo } from "../access/stores-visible-to";
import type { Ctx } from "../app-context";

const dayMs = 24 * 60 * 60 * 1_000;

/**
 * Results of creates over the last `days` days and the current phases, of the actor's stores; for admins, of all
 * stores.
 */
export function getStatistics(ctx: Ctx, days: number, now = new Date()): Statistics {
  const since = new Date(now.getTime() - days * dayMs);
  const finished = listCreates(ctx, "operation.finished", since);
  const failed = listCreates(ctx, "operation.failed", since);
  const failures = Map.groupBy(failed, ({ detail }) => detail.cause.code);
  const ended = [
    ...finished.map(({ at, detail }) => ({ at, durationMs: detail.durationMs })),
    ...failed.map(({ at }) => ({ at, durationMs: null })),
  ];
  return {
    overall: foldCreates(ended),
    days: foldCreateDays(ended, days, now),
    storesByPhase: countByPhase(ctx),
    failuresByCause: [...failures]
      .map(([code, causes]) => ({ code, failures: causes.length }))
      .sort((a, b) => b.failures - a.failures),
  };
}

function listCreates<K extends EventDetail["kind"]>({ app, actor }: Ctx, kind: K, since: Date) {
  // The expression must equal the index's, without the table's name.
  const conditions: (SQL | undefined)[] = [
    sql`json_extract(${events.detail}, '$.kind') = ${kind}`,
    gt(events.at, since),
    sql`json_extract(${events.detail}, '$.operation') = 'create'`,
    actsAsAdmin(actor) ? undefined : memberOf(events.storeId, actor.userId),
  ];
  return app.db
    .select({ at: events.at, detail: events.detail })
    .from(events)
    .where(and(...conditions))
    .all() as { at: Date; detail: Extract<EventDetail, { kind: K }> }[];
}

function countByPhase({ app, actor }: Ctx): Statistics["storesByPhase"] {
  return app.db
    .select({ phase: stores.phase, stores: count() })
    .from(stores)
    .where(and(storesVisibleTo(actor), isNull(stores.releasedAt)))
    .groupBy(stores.phase)
    .orderBy(desc(count()))
    .all();
}
