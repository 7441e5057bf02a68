"use client";

import { useState } from "react";
import { useStore } from "@/components/current-store/store-context";
import type { Timeline } from "@/lib/domain/timeline";
import type { StoreObjectsResource } from "@/lib/http/resources/insight-resource";
import { useStoreObjects } from "../kubernetes/use-store-objects";
import { LatestOperation } from "../timeline/latest-operation";
import { hasEnded } from "../timeline/lay-out-steps";
import { lazyPart } from "../ui/lazy-part";
import { AdminAccess } from "./admin-access";
import { HealthCard } from "./health-card";
import { StoreDetails } from "./store-details";

const UpdateOffer = lazyPart(() => import("./update-offer").then((module) => module.UpdateOffer));

/** Health, latest operation, details and credentials of the store. */
export function StoreOverview({ initial }: { initial: StoreObjectsResource }) {
  const { store, timeline, can } = useStore();
  // Loaded from the start, so that the health card has data when the store becomes ready.
  const { objects } = useStoreObjects(initial);
  // The card's position is decided once, so that the steps don't move when the store becomes ready.
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
        <StoreDetails />
        {can.includes("enter") ? <AdminAccess store={store} /> : null}
      </aside>
    </div>
  );
}

function hasWork({ operations }: Timeline): boolean {
  return operations.some((operation) => !hasEnded(operation));
}
