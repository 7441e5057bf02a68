import type { Cause } from "@/lib/domain/cause";
import type { Phase, Store, StoreConfig, StoreType } from "@/lib/domain/store";
import type { ShopAdmin } from "@/lib/engines/engine";
import { engineProfiles } from "@/lib/engines/engine-profiles";

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
  /** What its admin pages are called, who signs in there, and what to do where the password is lost. */
  admin: Omit<ShopAdmin, "url">;
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
  const { url: adminUrl, ...admin } = engineProfiles[store.type].admin(store);
  return {
    id: store.id,
    name: store.name,
    type: store.type,
    phase: store.phase,
    cause: store.cause,
    url: store.url,
    adminUrl,
    admin,
    config: store.config,
    createdAt: store.createdAt.toISOString(),
    updatedAt: store.updatedAt.toISOString(),
    readyAt: store.readyAt?.toISOString() ?? null,
    passwordShownAt: store.passwordShownAt?.toISOString() ?? null,
    links: { self, events: `${self}/events` },
  };
}
