import type { StoreEvent } from "@/lib/domain/store-event";
import { buildTimeline, type Timeline } from "@/lib/domain/timeline";
import type { EventFilter } from "@/lib/events/event-log";
import type { Ctx } from "../context";
import { getVisibleStore } from "./get-visible-store";

/** At most this many events make a timeline: enough for years of a store's life. */
const longestTimeline = 5_000;

export function listStoreEvents(ctx: Ctx, name: string, page: { afterSeq: number }): StoreEvent[] {
  const store = getVisibleStore(ctx.app.db, ctx.actor, name);
  return ctx.app.events.list({ storeId: store.id }, page.afterSeq, longestTimeline);
}

export function getTimeline(ctx: Ctx, name: string): Timeline {
  return buildTimeline(listStoreEvents(ctx, name, { afterSeq: 0 }));
}

/**
 * Replays what was missed since `afterSeq`, then follows, until the signal: one store's events, or those of
 * all stores that the actor sees. Throws AppError `not_found` at once, not at the first event.
 */
export function streamEvents(
  ctx: Ctx,
  scope: { store?: string },
  afterSeq: number | "now",
  signal: AbortSignal,
): AsyncGenerator<StoreEvent> {
  const { app, actor } = ctx;
  const filter: EventFilter = actor.role === "admin" ? {} : { ownerId: actor.userId };
  if (scope.store !== undefined) filter.storeId = getVisibleStore(app.db, actor, scope.store).id;
  return app.events.follow(filter, afterSeq === "now" ? app.events.lastSeq() : afterSeq, signal);
}
