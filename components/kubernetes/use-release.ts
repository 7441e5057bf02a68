"use client";

import { useEffect, useState } from "react";
import type { ReleaseResource } from "@/lib/http/insight-resource";
import { callApi, sentenceOf } from "../api-client";
import { useStore } from "../store/store-context";

interface FoundRelease {
  release: ReleaseResource | null;
  /** Why there is none to show, as a sentence. */
  failure: string | null;
}

/** The store's newest Helm release, for who may see it; asked again when an operation has ended: it may have made one. */
export function useRelease(): FoundRelease {
  const { store, timeline, can } = useStore();
  const [found, setFound] = useState<FoundRelease>({ release: null, failure: null });
  const allowed = can.includes("enter");
  const ended = timeline.operations.filter(({ state }) => state !== "queued" && state !== "running").length;

  useEffect(() => {
    if (!allowed) return;
    let left = false;
    callApi<ReleaseResource>("GET", `/api/stores/${store.name}/release`).then(
      (release) => left || setFound({ release, failure: null }),
      (error) => left || setFound((before) => ({ ...before, failure: sentenceOf(error) })),
    );
    return () => {
      left = true;
    };
  }, [store.name, allowed, ended]);

  return found;
}
