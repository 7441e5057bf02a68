"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useMemo, useReducer, useState } from "react";
import type { StoreVerb } from "@/lib/domain/store-role";
import type { Timeline } from "@/lib/domain/timeline";
import type { StoreResource } from "@/lib/http/store-resource";
import { useChange } from "../form/use-change";
import { tellAnswer } from "../handovers/tell-answer";
import { useEventStream } from "../live/use-event-stream";
import type { ListedStore } from "../stores/fold-stores";
import { lazyPart } from "../ui/lazy-part";
import { announce, changesPeople, foldRoom } from "./fold-room";
import { StoreContext } from "./store-context";
import { StoreHeader } from "./store-header";
import { StoreTabs } from "./store-tabs";
import { StoreTitle } from "./store-title";
import { StoreTrouble } from "./store-trouble";

const DeletedStore = lazyPart(() => import("./deleted-store").then((module) => module.DeletedStore));

interface StoreRoomProps {
  store: StoreResource;
  typeLabel: string;
  timeline: Timeline;
  can: StoreVerb[];
  /** The tab that is open. */
  children: ReactNode;
}

/** One store, as it is now, around all of its tabs. Everything that changes arrives as an event and is folded in. */
export function StoreRoom({ store: initial, typeLabel, timeline, can, children }: StoreRoomProps) {
  const [room, hear] = useReducer(foldRoom, { store: { ...initial, doing: null }, timeline, gone: null });
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
