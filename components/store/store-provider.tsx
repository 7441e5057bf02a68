"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useMemo, useReducer, useState } from "react";
import { useChange } from "@/components/form/use-change";
import { tellAnswer } from "@/components/handovers/tell-answer";
import { useEventStream } from "@/components/live/use-event-stream";
import type { ListedStore } from "@/components/stores/fold-stores";
import { lazyPart } from "@/components/ui/lazy-part";
import type { StoreVerb } from "@/lib/domain/store-role";
import type { Timeline } from "@/lib/domain/timeline";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { announce, changesPeople, foldStoreState } from "./fold-store-state";
import { StoreContext } from "./store-context";
import { StoreHeader } from "./store-header";
import { StoreTabs } from "./store-tabs";
import { StoreTitle } from "./store-title";
import { StoreTrouble } from "./store-trouble";

const DeletedStore = lazyPart(() => import("./deleted-store").then((module) => module.DeletedStore));

interface StoreProviderProps {
  store: StoreResource;
  typeLabel: string;
  timeline: Timeline;
  can: StoreVerb[];
  /** The tab that is open. */
  children: ReactNode;
}

/** One store, as it is now, around all of its tabs. Everything that changes arrives as an event and is folded in. */
export function StoreProvider({ store: initial, typeLabel, timeline, can, children }: StoreProviderProps) {
  const [room, hear] = useReducer(foldStoreState, {
    store: { ...initial, doing: null },
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
    enabled: room.gone === null,
    onEvent(event) {
      hear(event);
      if (changesPeople(event)) router.refresh();
      tellAnswer(event);
      setAnnouncement((current) => announce(event) ?? current);
    },
    onLost({ newOwners }) {
      const handedTo = newOwners[initial.id];
      if (handedTo !== undefined) hear({ handedTo });
    },
    onGone: () => hear("lost"),
  });

  const onAnswer = useCallback((answered: StoreResource) => hear({ answered }), []);
  const { shown: store, change } = useChange(room.store, expectOfStore, onAnswer);
  const shown = useMemo(
    () => ({ store, timeline: room.timeline, typeLabel, can, change }),
    [store, room.timeline, typeLabel, can, change],
  );
  if (room.gone !== null) return <DeletedStore name={initial.name} gone={room.gone} />;
  return (
    <StoreContext value={shown}>
      <StoreTitle store={store} />
      <p role="status" className="sr-only">
        {announcement}
      </p>
      <StoreHeader />
      <StoreTabs />
      <StoreTrouble />
      {children}
    </StoreContext>
  );
}

function expectOfStore(store: ListedStore, to: Partial<ListedStore>): ListedStore {
  return { ...store, ...to };
}
