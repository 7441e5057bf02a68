"use client";

import { LatestOperation } from "../timeline/latest-operation";
import { AdminAccess } from "./admin-access";
import { useStore } from "./store-context";
import { StoreFacts } from "./store-facts";

/** How the store is, what happened to it last, and what one needs to get into it. */
export function StoreOverview() {
  const { store, timeline, typeLabel, can } = useStore();
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-5">
        <LatestOperation timeline={timeline} storeName={store.name} />
      </div>
      <aside aria-label="About this store" className="flex min-w-0 flex-col gap-5">
        <StoreFacts store={store} typeLabel={typeLabel} />
        {can.includes("enter") ? <AdminAccess store={store} /> : null}
      </aside>
    </div>
  );
}
