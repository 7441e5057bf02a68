"use client";

import { useState } from "react";
import type { Timeline } from "@/lib/domain/timeline";
import type { StoreObjectsResource } from "@/lib/http/resources/insight-resource";
import { useStoreObjects } from "../kubernetes/use-store-objects";
import { LatestOperation } from "../timeline/latest-operation";
import { hasEnded } from "../timeline/lay-out-steps";
import { lazyPart } from "../ui/lazy-part";
import { AdminAccess } from "./admin-access";
import { HealthCard } from "./health-card";
import { useStore } from "./store-context";
import { StoreFacts } from "./store-details";

const UpdateOffer = lazyPart(() => import("./update-offer").then((module) => module.UpdateOffer));

/** How the store is, what happened to it last, and what one needs to get into it. */
export function StoreOverview({ initial }: { initial: StoreObjectsResource }) {
  const { store, timeline, typeLabel, can } = useStore();
  // Asked for from the start: when the card comes, with the store's being ready, it has something to show.
  const { objects } = useStoreObjects(initial);
  // Where it stands is decided once: what one watches does not move away when the store becomes ready.
  const [settled] = useState(!hasWork(timeline));
  const health =
    store.readyAt === null || store.phase === "deleting" ? null : <HealthCard objects={objects} />;
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-5">
        {store.update ? <UpdateOffer update={store.update} /> : null}
        {settled ? health : null}
        <LatestOperation timeline={timeline} storeName={store.name} />
        {settled ? null : health}
      </div>
      <aside aria-label="About this store" className="flex min-w-0 flex-col gap-5">
        <StoreFacts store={store} typeLabel={typeLabel} />
        {can.includes("enter") ? <AdminAccess store={store} /> : null}
      </aside>
    </div>
  );
}

function hasWork({ operations }: Timeline): boolean {
  return operations.some((operation) => !hasEnded(operation));
}
