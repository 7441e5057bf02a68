"use client";

import { useEffect, useState } from "react";
import type { StoreUsageResource } from "@/lib/http/resources/store-usage-resource";
import { callApi, sentenceOf } from "../api-client";

/** Kubernetes measures every 10 to 60 seconds without an event, so the page polls while it is visible. */
const pollMs = 15_000;

interface FoundUsage {
  /** The latest measurement; null before the first response. */
  usage: StoreUsageResource | null;
  /** Why there is none. */
  failure: string | null;
}

/** Polls the store's measured resource usage. */
export function useStoreUsage(store: string): FoundUsage {
  const [found, setFound] = useState<FoundUsage>({ usage: null, failure: null });

  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function look() {
      clearTimeout(timer);
      if (document.hidden) return;
      const answer = await callApi<StoreUsageResource>("GET", `/api/stores/${store}/usage`).then(
        (usage): FoundUsage => ({ usage, failure: null }),
        (error): FoundUsage => ({ usage: null, failure: sentenceOf(error) }),
      );
      if (left) return;
      // After a failed request, the earlier measurement stays.
      setFound((before) => (answer.usage === null && before.usage !== null ? before : answer));
      clearTimeout(timer);
      timer = setTimeout(look, pollMs);
    }

    void look();
    document.addEventListener("visibilitychange", look);
    return () => {
      left = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [store]);

  return found;
}
