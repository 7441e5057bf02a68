"use client";

import { useEffect, useState } from "react";
import type { StoreObjectsResource } from "@/lib/http/resources/insight-resource";
import { callApi } from "../api-client";
import { useStore } from "../store/store-context";

/** Events come in bursts; what they did to the cluster is seen a moment later. */
const settleMs = 400;
/** Pods come and go without an event of the store's. */
const lookAgainMs = 10_000;

/** What a store consists of in the cluster: asked again after each event, and now and then while somebody looks. */
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
      // What can't be asked now is asked again; that the connection is lost is said above.
      if (answer !== null && !left) setFound(answer);
    }
    const soon = timeline.lastSeq > 0 ? setTimeout(look, settleMs) : undefined;
    const timer = setInterval(look, lookAgainMs);
    return () => {
      left = true;
      clearTimeout(soon);
      clearInterval(timer);
    };
  }, [store.name, timeline.lastSeq]);

  return found;
}
