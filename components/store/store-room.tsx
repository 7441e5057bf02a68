"use client";

import { useRouter } from "next/navigation";
import {
  type ReactNode,
  startTransition,
  useCallback,
  useMemo,
  useOptimistic,
  useReducer,
  useState,
} from "react";
import { toast } from "sonner";
import type { Phase } from "@/lib/domain/store";
import type { StoreVerb } from "@/lib/domain/store-role";
import type { Timeline } from "@/lib/domain/timeline";
import type { StoreResource } from "@/lib/http/store-resource";
import { sentenceOf } from "../api-client";
import { useEventStream } from "../live/use-event-stream";
import { DeletedStore } from "./deleted-store";
import { announce, changesPeople, expectPhase, foldRoom } from "./fold-room";
import { StoreContext } from "./store-context";
import { StoreHeader } from "./store-header";
import { StoreTabs } from "./store-tabs";
import { StoreTitle } from "./store-title";
import { StoreTrouble } from "./store-trouble";

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
      setAnnouncement((current) => announce(event) ?? current);
    },
    onGone: () => hear("lost"),
  });

  const [store, expect] = useOptimistic(room.store, expectPhase);
  const expecting = useCallback(
    (phase: Phase, action: () => Promise<unknown>) =>
      startTransition(async () => {
        expect(phase);
        try {
          await action();
        } catch (error) {
          toast.error(sentenceOf(error));
        }
      }),
    [expect],
  );
  const shown = useMemo(
    () => ({ store, timeline: room.timeline, typeLabel, can, expecting }),
    [store, room.timeline, typeLabel, can, expecting],
  );
  if (room.gone !== null) return <DeletedStore name={initial.name} known={room.gone === "deleted"} />;
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
