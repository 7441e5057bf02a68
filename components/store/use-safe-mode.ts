"use client";

import { useStore } from "@/components/current-store/store-context";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { callApi } from "../api-client";

/** Turns safe mode for all visitors on or off. It can be undone from the message. */
export function useSafeMode(): (on: boolean) => void {
  const { store, change } = useStore();
  const set = (on: boolean) => callApi<StoreResource>("POST", `/api/stores/${store.name}/safe-mode`, { on });
  const sentence = (on: boolean) => `Safe mode is ${on ? "on" : "off"} for all visitors.`;
  return (on) =>
    change({ safeMode: on }, () => set(on), {
      message: sentence(on),
      undo: { to: { safeMode: !on }, call: () => set(!on), message: sentence(!on) },
    });
}
