"use client";

import { LiveTitle } from "../frame/live-title";
import type { ListedStore } from "../stores/fold-stores";
import { phaseLabel, phaseTone } from "../stores/phase-badge";

/** Shows the store's state in the browser tab, for users who work in another tab meanwhile. */
export function StoreTitle({ store }: { store: ListedStore }) {
  return (
    <LiveTitle
      title={`${store.config.title}: ${phaseLabel(store.phase)} · Storeyard`}
      tone={phaseTone(store.phase)}
    />
  );
}
