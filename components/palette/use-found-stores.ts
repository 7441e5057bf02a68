"use client";

import { useEffect, useState } from "react";
import type { StoreResource } from "@/lib/http/resources/store-resource";

const debounceMs = 120;
const limit = 6;

interface FoundStores {
  /** The results of the last finished search; the palette hides those that no longer match the typed text. */
  stores: StoreResource[];
  /** A search for the typed text is under way. */
  pending: boolean;
}

/** Searches the stores on the server; without a text it lists the newest. */
export function useFoundStores(typed: string): FoundStores {
  const [found, setFound] = useState<{ typed: string; stores: StoreResource[] } | null>(null);

  useEffect(() => {
    const abort = new AbortController();
    async function search() {
      const query = new URLSearchParams({ limit: String(limit), ...(typed === "" ? {} : { q: typed }) });
      try {
        const response = await fetch(`/api/stores?${query}`, { signal: abort.signal });
        if (!response.ok) return;
        const { stores } = (await response.json()) as { stores: StoreResource[] };
        setFound({ typed, stores });
      } catch {
        // Aborted by the next key, or offline: pages and actions can still be found.
      }
    }
    const timer = setTimeout(search, typed === "" ? 0 : debounceMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [typed]);

  return { stores: found?.stores ?? noStores, pending: found?.typed !== typed };
}

const noStores: StoreResource[] = [];
