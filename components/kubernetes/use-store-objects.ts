"use client";

import { useEffect, useState } from "react";
import { useStore } from "@/components/current-store/store-context";
import type { StoreObjectsResource } from "@/lib/http/resources/insight-resource";
import { callApi } from "../api-client";

/** Events come in bursts, and their effect on the cluster follows a moment later. */
const settleMs = 400;
/** Pods also change without an event of the store. */
const pollMs = 10_000;

/** The store's objects in the cluster. They are loaded again after each event, and regularly while the page is visible. */
export function useStoreObjects(initial: StoreObjectsResource): StoreObjectsResource {
  const { store, timeline } = useStore();
  const [found, setFound] = useState(initial);

  useEffect(() => {
    let left = false;
    async function look() {
      if (document.hidden) return;
      const answer = await callApi<StoreObjectsResource>("GET", `/api/stores/${store.name}/objects`).catch(
        () => null,
      );
      // A failed request is repeated by the timer. The banner reports a lost connection.
      if (answer !== null && !left) setFound(answer);
    }
    const soon = timeline.lastSeq > 0 ? setTimeout(look, settleMs) : undefined;
    const timer = setInterval(look, pollMs);
    return () => {
      left = true;
      clearTimeout(soon);
      clearInterval(timer);
    };
  }, [store.name, timeline.lastSeq]);

  return found;
}
