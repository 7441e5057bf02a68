"use client";

import { createContext, useContext } from "react";
import type { Phase } from "@/lib/domain/store";
import type { StoreVerb } from "@/lib/domain/store-role";
import type { Timeline } from "@/lib/domain/timeline";
import type { ListedStore } from "../stores/fold-stores";

export interface ShownStore {
  store: ListedStore;
  timeline: Timeline;
  typeLabel: string;
  /** What the reader may do with it: nothing else is offered. */
  can: readonly StoreVerb[];
  /**
   * Does something that brings the store into a phase, and shows it there at once. What fails is told, and the store is
   * shown as it was.
   */
  expecting: (phase: Phase, action: () => Promise<unknown>) => void;
}

export const StoreContext = createContext<ShownStore | null>(null);

/** The store that the page is about, as it is now. */
export function useStore(): ShownStore {
  const shown = useContext(StoreContext);
  if (shown === null) throw new Error("useStore is for the pages of a store.");
  return shown;
}
