import { foldStore, type ListedStore } from "@/components/stores/fold-stores";
import { phaseLabel } from "@/components/stores/phase-badge";
import { stepTitles } from "@/lib/domain/step";
import type { StoreEvent } from "@/lib/domain/store-event";
import { addToTimeline, type Timeline } from "@/lib/domain/timeline";
import type { StoreResource } from "@/lib/http/resources/store-resource";

export interface StoreState {
  store: ListedStore;
  timeline: Timeline;
  gone: Gone | null;
}

/**
 * Why there is nothing more to see: `deleted` was told by an event, `handedTo` is its new owner's address; `lost` is a
 * store that does not answer to its reader any more.
 */
export type Gone = "deleted" | "lost" | { handedTo: string };

/** An event; the store as the API answered it; or that there is nothing more to hear. */
export type News = StoreEvent | { answered: StoreResource } | { handedTo: string } | "lost";

/** Folds what was heard into what is shown of a store; pure. */
export function foldStoreState(room: StoreState, news: News): StoreState {
  if (room.gone !== null) return room;
  if (news === "lost") return { ...room, gone: room.store.phase === "deleting" ? "deleted" : "lost" };
  if ("handedTo" in news) return { ...room, gone: news };
  if ("answered" in news) return foldAnswer(room, news.answered);
  if (news.storeId !== room.store.id) return room;
  if (news.detail.kind === "store.forgotten") return { ...room, gone: "deleted" };
  return {
    ...room,
    store: foldStore(room.store, news),
    timeline: addToTimeline(room.timeline, news),
  };
}

/** An answer and the events of what it answers race each other: the older of them tells nothing new. */
function foldAnswer(room: StoreState, answered: StoreResource): StoreState {
  if (answered.id !== room.store.id || answered.updatedAt < room.store.updatedAt) return room;
  return { ...room, store: { ...room.store, ...answered } };
}

/** What a screen reader is told of an event; null for what is not worth a word. */
export function announce({ detail }: StoreEvent): string | null {
  switch (detail.kind) {
    case "store.phase":
      return `The store is now: ${phaseLabel(detail.phase)}.`;
    case "step.started":
      return `${stepTitles[detail.step]}: begun.`;
    case "step.finished":
      return `${stepTitles[detail.step]}: done.`;
    case "step.waiting":
    case "step.failed":
      return detail.cause.message;
    default:
      return null;
  }
}

/** Whether an event changes who may do what with the store, which the server is asked for anew. */
export function changesPeople({ detail }: StoreEvent): boolean {
  return detail.kind === "store.members" || detail.kind === "store.handover" || detail.kind === "store.owner";
}
