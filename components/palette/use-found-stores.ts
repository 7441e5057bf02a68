"use client";

import { useEffect, useState } from "react";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { rank } from "./rank";

const pauseMs = 120;
const most = 6;

/** Stores that what was typed is part of, as the server finds them; the newest while nothing was typed. */
export function useFoundStores(typed: string): { stores: StoreResource[]; pending: boolean } {
  const [found, setFound] = useState<{ typed: string; stores: StoreResource[] } | null>(null);

  useEffect(() => {
    const abort = new AbortController();
    async function ask() {
      const query = new URLSearchParams({ limit: String(most), ...(typed === "" ? {} : { q: typed }) });
      try {
        const answer = await fetch(`/api/stores?${query}`, { signal: abort.signal });
        if (!answer.ok) return;
        const { stores } = (await answer.json()) as { stores: StoreResource[] };
        setFound({ typed, stores });
      } catch {
        // Typed on, or offline: pages and actions are still to be had.
      }
    }
    const timer = setTimeout(ask, typed === "" ? 0 : pauseMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [typed]);

  // Until the answer is there, of those found before the ones that fit: what Enter does must not wait, and not err.
  const stores = (found?.stores ?? []).filter(
    ({ name, config }) => rank(`${config.title} ${name}`, typed) !== null,
  );
  return { stores, pending: found?.typed !== typed };
}
