import type { Cause } from "@/lib/domain/cause";
import type { Phase, Store, StoreConfig, StoreType } from "@/lib/domain/store";

/** A store as the API gives it. Dates are ISO 8601. */
export interface StoreResource {
  id: string;
  name: string;
  type: StoreType;
  phase: Phase;
  /** Why it waits, is unready or failed. */
  cause: Cause | null;
  url: string;
  adminUrl: string;
  config: StoreConfig;
  createdAt: string;
  updatedAt: string;
  /** When it was first ready. */
  readyAt: string | null;
  passwordShownAt: string | null;
  links: { self: string; events: string };
}

export function toStoreResource(store: Store): StoreResource {
  const self = `/api/stores/${store.name}`;
  return {
    id: store.id,
    name: store.name,
    type: store.type,
    phase: store.phase,
    cause: store.cause,
    url: store.url,
    adminUrl: `${store.url}/wp-admin/`,
    config: store.config,
    createdAt: store.createdAt.toISOString(),
    updatedAt: store.updatedAt.toISOString(),
    readyAt: store.readyAt?.toISOString() ?? null,
    passwordShownAt: store.passwordShownAt?.toISOString() ?? null,
    links: { self, events: `${self}/events` },
  };
}
