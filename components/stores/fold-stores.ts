import type { StepName } from "@/lib/domain/step";
import type { StoreEvent } from "@/lib/domain/store-event";
import type { StoreFilter } from "@/lib/domain/store-filter";
import type { StoreResource } from "@/lib/http/resources/store-resource";

export interface ListedStore extends StoreResource {
  /** The running step, if any. */
  currentStep: { step: StepName; title: string; since: Date } | null;
  /** Why its latest operation failed, as a sentence; null if it did not fail. */
  lastFailure: string | null;
}

/** Applies an event to the list. Events of stores that are not listed change nothing; see `isNewStore`. */
export function foldStores(stores: ListedStore[], event: StoreEvent): ListedStore[] {
  if (event.detail.kind === "store.forgotten") return stores.filter((store) => store.id !== event.storeId);
  if (!stores.some((store) => store.id === event.storeId)) return stores;
  return stores.map((store) => (store.id === event.storeId ? foldStore(store, event) : store));
}

/** Whether the event's store is missing in the list: it was just created, or shared with or handed to `me` (an e-mail address). */
export function isNewStore(stores: ListedStore[], event: StoreEvent, me: string): boolean {
  const { detail, storeId } = event;
  if (stores.some((store) => store.id === storeId)) return false;
  if (detail.kind === "operation.queued") return detail.operation === "create";
  if (detail.kind === "store.members") return detail.email === me && detail.role !== null;
  return detail.kind === "store.owner" && detail.email === me;
}

/** Whether a new store matches the list's filter. */
export function matchesQuery(store: StoreResource, { q, phase, type, owner }: StoreFilter): boolean {
  const wanted = q?.toLowerCase() ?? "";
  return (
    (phase === undefined || store.phase === phase) &&
    (type === undefined || store.type === type) &&
    (owner === undefined || store.owner.email === owner.trim().toLowerCase()) &&
    (store.name.includes(wanted) || store.config.title.toLowerCase().includes(wanted))
  );
}

/** Applies an event of the store to its listed state. */
export function foldStore(store: ListedStore, event: StoreEvent): ListedStore {
  const { detail } = event;
  const updatedAt = event.at.toISOString();
  switch (detail.kind) {
    case "store.phase":
      return {
        ...store,
        phase: detail.phase,
        cause: detail.cause,
        readyAt: detail.phase === "ready" ? (store.readyAt ?? updatedAt) : store.readyAt,
        updatedAt,
      };
    case "store.owner":
      return { ...store, owner: { id: event.ownerId, email: detail.email }, updatedAt };
    case "store.plan":
      return { ...store, plan: detail.plan, updatedAt };
    case "store.safe-mode":
      return { ...store, safeMode: detail.on, updatedAt };
    case "store.update":
      return { ...store, update: detail.offered && { versions: detail.offered } };
    case "store.versions":
      return { ...store, versions: detail.versions };
    case "step.started":
      return {
        ...store,
        currentStep: { step: detail.step, title: event.message, since: event.at },
      };
    case "step.finished":
    case "step.failed":
      return store.currentStep?.step === detail.step ? { ...store, currentStep: null } : store;
    case "operation.queued":
      return { ...store, lastFailure: null };
    case "operation.failed":
      return { ...store, currentStep: null, lastFailure: detail.cause.message };
    case "operation.finished":
    case "operation.cancelled":
      return { ...store, currentStep: null };
    default:
      return store;
  }
}
