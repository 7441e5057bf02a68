"use client";

import { useState } from "react";
import { toast } from "sonner";
import type { StoreEvent } from "@/lib/domain/store-event";
import type { StoreResource } from "@/lib/http/store-resource";
import { callApi, sentenceOf } from "../api-client";
import { useEventStream } from "../live/use-event-stream";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { FirstStore } from "./first-store";
import { foldStores, isNewStore, type ListedStore } from "./fold-stores";
import { phaseLabel } from "./phase-badge";
import { StoreRow } from "./store-row";

interface StoreListProps {
  stores: ListedStore[];
  nextCursor: string | null;
  /** The last event that `stores` holds already. */
  seq: number;
}

/** The stores as they are now: what happens to them arrives over the stream. */
export function StoreList({ stores: initial, nextCursor, seq }: StoreListProps) {
  const [stores, setStores] = useState(initial);
  const [cursor, setCursor] = useState(nextCursor);
  const [loading, setLoading] = useState(false);
  const [announcement, setAnnouncement] = useState("");

  useEventStream({
    path: "/api/events",
    probe: "/api/stores?limit=1",
    after: seq,
    onEvent(event) {
      if (isNewStore(stores, event)) void addStore(event);
      setStores((current) => foldStores(current, event));
      setAnnouncement((current) => announce(event) ?? current);
    },
  });

  async function addStore(event: StoreEvent) {
    const added = await callApi<StoreResource>("GET", `/api/stores/${event.storeName}`).catch(() => null);
    if (added === null) return;
    setStores((current) =>
      current.some((store) => store.id === added.id) ? current : [{ ...added, doing: null }, ...current],
    );
  }

  async function loadMore() {
    setLoading(true);
    try {
      const page = await callApi<{ stores: StoreResource[]; nextCursor: string | null }>(
        "GET",
        `/api/stores?cursor=${encodeURIComponent(cursor ?? "")}`,
      );
      setStores((current) => [
        ...current,
        ...page.stores
          .filter((store) => !current.some((known) => known.id === store.id))
          .map((store) => ({ ...store, doing: null })),
      ]);
      setCursor(page.nextCursor);
    } catch (error) {
      toast.error(sentenceOf(error));
    } finally {
      setLoading(false);
    }
  }

  return (
    <>
      <p role="status" className="sr-only">
        {announcement}
      </p>
      {stores.length === 0 ? (
        <FirstStore />
      ) : (
        <Card aria-label="Stores">
          <ul className="divide-y divide-line">
            {stores.map((store) => (
              <StoreRow key={store.id} store={store} />
            ))}
          </ul>
        </Card>
      )}
      {cursor === null ? null : (
        <div className="mt-4 flex justify-center">
          <Button onClick={loadMore} pending={loading}>
            Show more stores
          </Button>
        </div>
      )}
    </>
  );
}

function announce({ detail, storeName }: StoreEvent): string | null {
  if (detail.kind === "store.phase") return `${storeName}: ${phaseLabel(detail.phase)}`;
  return detail.kind === "store.forgotten" ? `${storeName} is deleted` : null;
}
