"use client";

import { DangerZone } from "./danger-zone";
import { useStore } from "./store-context";

/** What can be changed of a store, and the way out. */
export function StoreSettings() {
  const { store, can } = useStore();
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      {can.includes("delete") ? <DangerZone store={store} /> : null}
    </div>
  );
}
