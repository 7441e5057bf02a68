import { stepTitles } from "@/lib/domain/step";
import type { Phase } from "@/lib/domain/store";
import type { StoreEvent } from "@/lib/domain/store-event";
import { addToTimeline, type Timeline } from "@/lib/domain/timeline";
import { foldStore, type ListedStore } from "../stores/fold-stores";
import { phaseLabel } from "../stores/phase-badge";

export interface Room {
  store: ListedStore;
  timeline: Timeline;
  /** `deleted` was told by an event; `lost` is a store that does not answer to its reader any more. */
  gone: "deleted" | "lost" | null;
}

/** Folds one event, or the news that there is nothing more to hear, into what is shown of a store; pure. */
export function foldRoom(room: Room, event: StoreEvent | "lost"): Room {
  if (event === "lost") return { ...room, gone: room.store.phase === "deleting" ? "deleted" : "lost" };
  if (event.storeId !== room.store.id) return room;
  if (event.detail.kind === "store.forgotten") return { ...room, gone: "deleted" };
  return {
    ...room,
    store: foldStore(room.store, event),
    timeline: addToTimeline(room.timeline, event),
  };
}

/** The store as it will be once what was asked for is heard of. */
export function expectPhase(store: ListedStore, phase: Phase): ListedStore {
  return { ...store, phase, cause: null };
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
