"use client";

import { useEffect, useState } from "react";
import type { StoreUsageResource } from "@/lib/http/resources/store-usage-resource";
import { callApi, sentenceOf } from "../api-client";

/**
 * Kubernetes measures every 10 to 60 seconds and tells nobody that it did: there is nothing to listen to, so that this one
 * thing is asked for, and only while somebody looks.
 */
const lookAgainMs = 15_000;

interface FoundUsage {
  /** What was last measured; null before the first answer. */
  usage: StoreUsageResource | null;
  /** Why there is none, as a sentence. */
  failure: string | null;
}

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
      // What was measured before still says more than that it can't be asked right now.
      setFound((before) => (answer.usage === null && before.usage !== null ? before : answer));
      clearTimeout(timer);
      timer = setTimeout(look, lookAgainMs);
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
