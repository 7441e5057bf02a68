import { and, asc, eq, inArray } from "drizzle-orm";
import { events, operations } from "@/lib/db/schema";
import type { StoreEvent } from "@/lib/domain/store-event";
import { buildTimeline, type TimelineStep } from "@/lib/domain/timeline";
import type { Ctx } from "../app-context";

/**
 * The running step of each store, by store id; stores without one are missing. One query for all stores: the events of
 * their running operations. The caller has checked that the actor may see the stores.
 */
export function listCurrentSteps(ctx: Ctx, storeIds: string[]): Map<string, TimelineStep> {
  if (storeIds.length === 0) return new Map();
  const rows = ctx.app.db
    .select({ event: events })
    .from(operations)
    .innerJoin(events, and(eq(events.storeId, operations.storeId), eq(events.operationId, operations.id)))
    .where(and(inArray(operations.storeId, storeIds), eq(operations.state, "running")))
    .orderBy(asc(events.seq))
    .all();
  const eventsOf = Map.groupBy(
    rows.map(({ event }): StoreEvent => event),
    ({ storeId }) => storeId,
  );
  return new Map([...eventsOf].flatMap(([storeId, list]) => withRunningStep(storeId, list)));
}

function withRunningStep(storeId: string, list: StoreEvent[]): [string, TimelineStep][] {
  const steps = buildTimeline(list).operations.at(-1)?.steps ?? [];
  const running = steps.findLast(({ state }) => state === "running");
  return running === undefined ? [] : [[storeId, running]];
}
