"use client";

import { createContext, useContext } from "react";
import type { MakeChange } from "@/components/form/use-change";
import type { ListedStore } from "@/components/stores/fold-stores";
import type { OperationProfile } from "@/lib/domain/operation";
import type { StepSource } from "@/lib/domain/step";
import type { StoreVerb } from "@/lib/domain/store-role";
import type { Timeline } from "@/lib/domain/timeline";
import type { StoreResource } from "@/lib/http/resources/store-resource";

export interface ShownStore {
  store: ListedStore;
  timeline: Timeline;
  typeLabel: string;
  /** Whether it has a currency. */
  sells: boolean;
  /** The parts and the verification that its engine declares. */
  engine: StepSource;
  /** The titles and capabilities of each kind of operation, by kind. */
  operations: Readonly<Record<string, OperationProfile>>;
  /** The user's permissions. The page offers no other actions. */
  can: readonly StoreVerb[];
  /** Makes an optimistic change: `to` holds the fields that change at once. */
  change: MakeChange<Partial<ListedStore>, StoreResource>;
}

export const StoreContext = createContext<ShownStore | null>(null);

/** The page's store in its current state. */
export function useStore(): ShownStore {
  const shown = useContext(StoreContext);
  if (shown === null) throw new Error("useStore must be used inside StoreProvider.");
  return shown;
}
