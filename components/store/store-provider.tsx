"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useMemo, useReducer, useState } from "react";
import { StoreContext } from "@/components/current-store/store-context";
import { useChange } from "@/components/form/use-change";
import { notifyDeclined } from "@/components/handovers/notify-declined";
import { useEventStream } from "@/components/live/use-event-stream";
import type { ListedStore } from "@/components/stores/fold-stores";
import { lazyPart } from "@/components/ui/lazy-part";
import type { OperationProfile } from "@/lib/domain/operation";
import type { StepSource } from "@/lib/domain/step";
import type { StoreVerb } from "@/lib/domain/store-role";
import type { Timeline } from "@/lib/domain/timeline";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { announce, changesAccess, foldStoreState } from "./fold-store-state";
import { SafeModeNotice } from "./safe-mode-notice";
import { StoreHeader } from "./store-header";
import { StoreTabs } from "./store-tabs";
import { StoreTitle } from "./store-title";
import { StoreTrouble } from "./store-trouble";

const DeletedStore = lazyPart(() => import("./deleted-store").then((module) => module.DeletedStore));

interface StoreProviderProps {
  store: StoreResource;
  typeLabel: string;
  sells: boolean;
  engine: StepSource;
  operations: Readonly<Record<string, OperationProfile>>;
  timeline: Timeline;
  can: StoreVerb[];
  /** The current tab. */
  children: ReactNode;
}

/** Provides a store's current state to its tabs. Changes arrive as events. */
export function StoreProvider({
  store: initial,
  typeLabel,
  sells,
  engine,
  operations,
  timeline,
  can,
  children,
}: StoreProviderProps) {
  const [state, dispatch] = useReducer(foldStoreState, {
    store: { ...initial, currentStep: null, lastFailure: lastFailureOf(timeline) },
    timeline,
    gone: null,
  });
  const [announcement, setAnnouncement] = useState("");
  const router = useRouter();
  const path = `/api/stores/${initial.name}`;

  useEventStream({
    path: `${path}/events`,
    probe: path,
    after: timeline.lastSeq,
    enabled: state.gone === null,
    onEvent(event) {
      dispatch(event);
      if (changesAccess(event)) router.refresh();
      notifyDeclined(event);
      setAnnouncement((current) => announce(event) ?? current);
    },
    onLost({ newOwners }) {
      const handedTo = newOwners[initial.id];
      if (handedTo !== undefined) dispatch({ handedTo });
    },
    onGone: () => dispatch("lost"),
  });

  const onResponse = useCallback((response: StoreResource) => dispatch({ response }), []);
  const { shown: store, change } = useChange(state.store, applyStoreChange, onResponse);
  const shown = useMemo(
    () => ({ store, timeline: state.timeline, typeLabel, sells, engine, operations, can, change }),
    [store, state.timeline, typeLabel, sells, engine, operations, can, change],
  );
  if (state.gone !== null) return <DeletedStore name={initial.name} gone={state.gone} />;
  return (
    <StoreContext value={shown}>
      <StoreTitle store={store} />
      <p role="status" className="sr-only">
        {announcement}
      </p>
      <StoreHeader />
      <StoreTabs />
      <SafeModeNotice />
      <StoreTrouble />
      {children}
    </StoreContext>
  );
}

function lastFailureOf({ operations }: Timeline): string | null {
  const latest = operations.at(-1);
  return latest?.state === "failed" ? (latest.cause?.message ?? null) : null;
}

function applyStoreChange(store: ListedStore, to: Partial<ListedStore>): ListedStore {
  return { ...store, ...to };
}
