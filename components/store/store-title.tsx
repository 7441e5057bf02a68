"use client";

import { LiveTitle } from "../frame/live-title";
import type { ListedStore } from "../stores/fold-stores";
import { phaseLabel, phaseTone } from "../stores/phase-badge";

/** The browser tab tells how the store is: one sees it become ready from wherever one went meanwhile. */
export function StoreTitle({ store }: { store: ListedStore }) {
  return (
    <LiveTitle
      title={`${store.config.title}: ${phaseLabel(store.phase)} · Storeyard`}
      tone={phaseTone(store.phase)}
    />
  );
}
