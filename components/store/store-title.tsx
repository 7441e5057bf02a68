"use client";

import { LiveTitle } from "../frame/live-title";
import type { ListedStore } from "../stores/fold-stores";
import { stateLabel, stateTone } from "../stores/phase-badge";

/** Shows the store's state in the browser tab, for users who work in another tab meanwhile. */
export function StoreTitle({ store }: { store: ListedStore }) {
  return (
    <LiveTitle title={`${store.config.title}: ${stateLabel(store)} · Storeyard`} tone={stateTone(store)} />
  );
}
