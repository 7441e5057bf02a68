"use client";

import { createContext, useContext } from "react";
import type { StoreVerb } from "@/lib/domain/store-role";
import type { Timeline } from "@/lib/domain/timeline";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import type { MakeChange } from "../form/use-change";
import type { ListedStore } from "../stores/fold-stores";

export interface ShownStore {
  store: ListedStore;
  timeline: Timeline;
  typeLabel: string;
  /** What the reader may do with it: nothing else is offered. */
  can: readonly StoreVerb[];
  /** Changes it: `to` is what of it is shown at once. */
  change: MakeChange<Partial<ListedStore>, StoreResource>;
}

export const StoreContext = createContext<ShownStore | null>(null);

/** The store that the page is about, as it is now. */
export function useStore(): ShownStore {
  const shown = useContext(StoreContext);
  if (shown === null) throw new Error("useStore is for the pages of a store.");
  return shown;
}
