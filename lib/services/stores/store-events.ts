import { actsAsAdmin } from "@/lib/domain/actor";
import type { StoreEvent } from "@/lib/domain/store-event";
import { buildTimeline, type Timeline } from "@/lib/domain/timeline";
import type { EventFilter } from "@/lib/events/event-log";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";

/** Maximum number of events in a timeline, enough for years of a store. */
const longestTimeline = 5_000;

export function listStoreEvents(ctx: Ctx, name: string, page: { afterSeq: number }): StoreEvent[] {
  const store = getStoreFor(ctx.app.db, ctx.actor, name, "read");
  return ctx.app.events.list({ storeId: store.id }, page.afterSeq, longestTimeline);
}

export function getTimeline(ctx: Ctx, name: string): Timeline {
  return buildTimeline(listStoreEvents(ctx, name, { afterSeq: 0 }));
}

/**
 * Replays the events after `afterSeq` and then follows new ones until the signal: of one store, or of all stores that
 * the actor sees. Throws AppError `not_found` immediately, not at the first event.
 */
export function streamEvents(
  ctx: Ctx,
  scope: { store?: string },
  afterSeq: number | "now",
  signal: AbortSignal,
): AsyncGenerator<StoreEvent> {
  const { app, actor } = ctx;
  const filter: EventFilter = actsAsAdmin(actor) ? {} : { memberId: actor.userId };
  if (scope.store !== undefined) filter.storeId = getStoreFor(app.db, actor, scope.store, "read").id;
  return app.events.follow(filter, afterSeq === "now" ? app.events.lastSeq() : afterSeq, signal);
}
