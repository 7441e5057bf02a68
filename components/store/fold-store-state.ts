import { foldStore, type ListedStore } from "@/components/stores/fold-stores";
import { stateLabel } from "@/components/stores/phase-badge";
import type { StoreEvent } from "@/lib/domain/store-event";
import { addToTimeline, type Timeline } from "@/lib/domain/timeline";
import type { StoreResource } from "@/lib/http/resources/store-resource";

export interface StoreState {
  store: ListedStore;
  timeline: Timeline;
  gone: Gone | null;
}

/**
 * Why the store is gone: `deleted` is from an event, `handedTo` is the new owner's e-mail address, and `lost` means that
 * the API returns 404.
 */
export type Gone = "deleted" | "lost" | { handedTo: string };

/** An event, the store from an API response, or the end of the user's access. */
export type StoreUpdate = StoreEvent | { response: StoreResource } | { handedTo: string } | "lost";

/** Applies an update to the displayed state of a store. Pure. */
export function foldStoreState(state: StoreState, update: StoreUpdate): StoreState {
  if (state.gone !== null) return state;
  if (update === "lost") return { ...state, gone: state.store.phase === "deleting" ? "deleted" : "lost" };
  if ("handedTo" in update) return { ...state, gone: update };
  if ("response" in update) return foldResponse(state, update.response);
  if (update.storeId !== state.store.id) return state;
  if (update.detail.kind === "store.forgotten") return { ...state, gone: "deleted" };
  return {
    ...state,
    store: foldStore(state.store, update),
    timeline: addToTimeline(state.timeline, update),
  };
}

/** A response and the events of the same change arrive in any order: a response older than the state is ignored. */
function foldResponse(state: StoreState, response: StoreResource): StoreState {
  if (response.id !== state.store.id || response.updatedAt < state.store.updatedAt) return state;
  return { ...state, store: { ...state.store, ...response } };
}

/** The announcement of an event for screen readers; null for minor events. */
export function announce({ detail, message }: StoreEvent): string | null {
  switch (detail.kind) {
    case "store.phase":
      return `Store state: ${stateLabel(detail)}.`;
    case "step.started":
      return `${message}: started.`;
    case "step.finished":
      return `${message}.`;
    case "step.waiting":
    case "step.failed":
      return detail.cause.message;
    default:
      return null;
  }
}

/** Whether an event changes members or permissions, so that the page's server data has to be refreshed. */
export function changesAccess({ detail }: StoreEvent): boolean {
  return detail.kind === "store.members" || detail.kind === "store.handover" || detail.kind === "store.owner";
}
