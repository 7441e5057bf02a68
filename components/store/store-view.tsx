"use client";

import { useEffect, useReducer, useState } from "react";
import { stepTitles } from "@/lib/domain/step";
import type { StoreEvent } from "@/lib/domain/store-event";
import { addToTimeline, type Timeline } from "@/lib/domain/timeline";
import type { StoreResource } from "@/lib/http/store-resource";
import { useEventStream } from "../live/use-event-stream";
import { foldStore, type ListedStore } from "../stores/fold-stores";
import { phaseLabel } from "../stores/phase-badge";
import { TimelineCard } from "../timeline/timeline-card";
import { AdminAccess } from "./admin-access";
import { DangerZone } from "./danger-zone";
import { DeletedStore } from "./deleted-store";
import { StoreFacts } from "./store-facts";
import { StoreHeader } from "./store-header";
import { StoreTrouble } from "./store-trouble";

interface StoreViewProps {
  store: StoreResource;
  typeLabel: string;
  timeline: Timeline;
}

interface Shown {
  store: ListedStore;
  timeline: Timeline;
  gone: boolean;
}

/** One store, as it is now. Everything that changes arrives as an event and is folded in. */
export function StoreView({ store, typeLabel, timeline }: StoreViewProps) {
  const [shown, hear] = useReducer(fold, {
    store: { ...store, doing: null },
    timeline,
    gone: false,
  });
  const [announcement, setAnnouncement] = useState("");
  const path = `/api/stores/${store.name}`;

  useEventStream({
    path: `${path}/events`,
    probe: path,
    after: timeline.lastSeq,
    enabled: !shown.gone,
    onEvent(event) {
      hear(event);
      setAnnouncement((current) => announce(event) ?? current);
    },
    onGone: () => hear("gone"),
  });

  useEffect(() => {
    const state = shown.gone ? "Deleted" : phaseLabel(shown.store.phase);
    document.title = `${shown.store.config.title}: ${state} · Storeyard`;
  }, [shown.gone, shown.store.phase, shown.store.config.title]);

  if (shown.gone) return <DeletedStore name={store.name} />;
  return (
    <>
      <p role="status" className="sr-only">
        {announcement}
      </p>
      <StoreHeader store={shown.store} typeLabel={typeLabel} />
      <StoreTrouble store={shown.store} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <TimelineCard timeline={shown.timeline} />
        </div>
        <aside aria-label="About this store" className="flex min-w-0 flex-col gap-5">
          <StoreFacts store={shown.store} typeLabel={typeLabel} />
          <AdminAccess store={shown.store} />
          <DangerZone store={shown.store} />
        </aside>
      </div>
    </>
  );
}

function fold(shown: Shown, event: StoreEvent | "gone"): Shown {
  if (event === "gone" || event.detail.kind === "store.forgotten") return { ...shown, gone: true };
  if (event.storeId !== shown.store.id) return shown;
  return {
    ...shown,
    store: foldStore(shown.store, event),
    timeline: addToTimeline(shown.timeline, event),
  };
}

function announce({ detail }: StoreEvent): string | null {
  switch (detail.kind) {
    case "store.phase":
      return `The store is now: ${phaseLabel(detail.phase)}.`;
    case "step.started":
      return `${stepTitles[detail.step]}: begun.`;
    case "step.finished":
      return `${stepTitles[detail.step]}: done.`;
    case "step.waiting":
    case "step.failed":
      return detail.cause.message;
    default:
      return null;
  }
}
