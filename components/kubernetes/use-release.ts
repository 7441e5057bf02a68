"use client";

import { useEffect, useState } from "react";
import { useStore } from "@/components/current-store/store-context";
import type { ReleaseResource } from "@/lib/http/resources/insight-resource";
import { ApiError, callApi, sentenceOf } from "../api-client";
import { useClusterAway } from "../live/use-cluster-away";
import { hasRelease } from "./has-release";

interface FoundRelease {
  release: ReleaseResource | null;
  /** Why the release could not be read. */
  failure: string | null;
}

/** Delay until a failed request is repeated. */
const retryMs = 10_000;

const none: FoundRelease = { release: null, failure: "The store has no Helm release at the moment." };

/**
 * Loads the store's latest Helm release if it has one and the user may see it. It is loaded again when an operation ends,
 * which may have created a revision, and when the cluster is reachable again.
 */
export function useRelease(): FoundRelease {
  const { store, timeline, can } = useStore();
  const [found, setFound] = useState<FoundRelease>({ release: null, failure: null });
  const path = `/api/stores/${store.name}/release`;
  const away = useClusterAway();
  const allowed = can.includes("enter");
  const exists = hasRelease(store, timeline);
  const ended = timeline.operations.filter(({ state }) => state !== "queued" && state !== "running").length;

  useEffect(() => {
    if (!allowed || !exists) return;
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function look() {
      try {
        const release = await callApi<ReleaseResource>("GET", path);
        if (!left) setFound({ release, failure: null });
      } catch (error) {
        if (left) return;
        setFound((before) => ({ ...before, failure: sentenceOf(error) }));
        if (isTemporary(error)) timer = setTimeout(look, retryMs);
      }
    }

    void look();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [path, allowed, exists, ended, away]);

  return exists ? found : none;
}

/** The cluster or the server is unreachable. Other errors last until the next operation. */
function isTemporary(error: unknown): boolean {
  return error instanceof ApiError && (error.problem.status === 0 || error.problem.status >= 500);
}
