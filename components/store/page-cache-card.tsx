"use client";

import { useCallback, useEffect, useState } from "react";
import { toast } from "sonner";
import { useStore } from "@/components/current-store/store-context";
import { hitRate } from "@/lib/domain/page-cache";
import { isRunning } from "@/lib/domain/store";
import type { PageCacheResource } from "@/lib/http/resources/page-cache-resource";
import { callApi, sentenceOf } from "../api-client";
import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";

type Found = PageCacheResource | { failure: string } | null;

/** Shows how many pages came from the page cache, clears it, and turns it on or off. */
export function PageCacheCard() {
  const { store } = useStore();
  const [found, setFound] = useState<Found>(null);
  const [busy, setBusy] = useState(false);
  const address = `/api/stores/${store.name}/page-cache`;
  const runs = isRunning(store.phase);

  const read = useCallback(
    () =>
      callApi<PageCacheResource>("GET", address).then(setFound, (error) =>
        setFound({ failure: sentenceOf(error) }),
      ),
    [address],
  );
  useEffect(() => {
    if (runs) void read();
  }, [runs, read]);
  if (!runs) return null;

  async function call(method: "POST" | "DELETE", message: string, body?: { on: boolean }) {
    setBusy(true);
    try {
      setFound(await callApi<PageCacheResource>(method, address, body));
      toast.success(message);
    } catch (error) {
      toast.error(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  }
  const set = (on: boolean) => call("POST", `The page cache is ${on ? "on" : "off"}.`, { on });
  const state = found !== null && "on" in found ? found : null;

  return (
    <Card aria-labelledby="page-cache-title">
      <CardHeader id="page-cache-title" title="Page cache" />
      <div className="flex flex-wrap items-center justify-between gap-4 px-4 py-4 sm:px-5">
        {/* Two lines from the start: what is below must not move when the state is there. */}
        <p className="min-h-10 min-w-0 flex-1 basis-72 text-[0.8125rem] text-ink-muted leading-5">
          {describe(found)}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button disabled={busy || !state?.on} onClick={() => call("DELETE", "The page cache is empty.")}>
            Clear cache
          </Button>
          <Button disabled={busy || state === null} onClick={() => set(!state?.on)}>
            {state?.on === false ? "Turn on" : "Turn off"}
          </Button>
        </div>
      </div>
    </Card>
  );
}

function describe(found: Found): string {
  if (found === null) return "Reading its state…";
  if ("failure" in found) return found.failure;
  if (found.replaced) return "A caching plugin is installed. It is used in place of this cache.";
  if (!found.on) return "It is off: each page is made for each visitor.";
  const rate = hitRate(found);
  const pages = (found.hits + found.misses).toLocaleString("en-US");
  const share =
    rate === null
      ? "No page was asked for since the last start."
      : `${Math.round(rate * 100)} % of ${pages} pages since the last start came from it.`;
  return `Visitors who are not signed in and have no cart get pages from it in milliseconds. ${share}`;
}
