"use client";

import { useEffect, useState } from "react";
import type { ReleaseResource } from "@/lib/http/resources/insight-resource";
import { ApiError, callApi, sentenceOf } from "../api-client";
import { useClusterAway } from "../live/use-cluster-away";
import { useStore } from "../store/store-context";

interface FoundRelease {
  release: ReleaseResource | null;
  /** Why there is none to show, as a sentence. */
  failure: string | null;
}

/** An answer that did not come is asked for again this often. */
const lookAgainMs = 10_000;

/**
 * The store's newest Helm release, for who may see it; asked again when an operation has
 * ended, which may have made one, and when the cluster answers again.
 */
export function useRelease(): FoundRelease {
  const { store, timeline, can } = useStore();
  const [found, setFound] = useState<FoundRelease>({ release: null, failure: null });
  const path = `/api/stores/${store.name}/release`;
  const away = useClusterAway();
  const allowed = can.includes("enter");
  const ended = timeline.operations.filter(({ state }) => state !== "queued" && state !== "running").length;

  useEffect(() => {
    if (!allowed) return;
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function look() {
      try {
        const release = await callApi<ReleaseResource>("GET", path);
        if (!left) setFound({ release, failure: null });
      } catch (error) {
        if (left) return;
        setFound((before) => ({ ...before, failure: sentenceOf(error) }));
        if (isPassing(error)) timer = setTimeout(look, lookAgainMs);
      }
    }

    void look();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [path, allowed, ended, away]);

  return found;
}

/** The cluster or the server is away; anything else is so until something happens. */
function isPassing(error: unknown): boolean {
  return error instanceof ApiError && (error.problem.status === 0 || error.problem.status >= 500);
}
