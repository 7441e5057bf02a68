"use client";

import { SearchX } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { notifyDone } from "@/components/form/notify-done";
import { notifyDeclined } from "@/components/handovers/notify-declined";
import type { StoreEvent } from "@/lib/domain/store-event";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { callApi } from "../api-client";
import { useEventStream } from "../live/use-event-stream";
import { Card } from "../ui/card";
import { Empty } from "../ui/empty";
import { TextLink } from "../ui/text-link";
import { FirstStore } from "./first-store";
import { foldStores, isNewStore, type ListedStore, matchesQuery } from "./fold-stores";
import { stateLabel } from "./phase-badge";
import { isFiltered, type StoreQuery } from "./store-query";
import { StoreRow } from "./store-row";

interface StoreListProps {
  stores: ListedStore[];
  query: StoreQuery;
  /** Sequence number of the last event that `stores` reflects. */
  seq: number;
  /** E-mail address of the signed-in user: rows name other owners. */
  me: string;
}

/** The counts above the list are refreshed once per burst of events. */
const recountMs = 1_000;

/** The list of stores, kept current by the event stream. */
export function StoreList({ stores: initial, query, seq, me }: StoreListProps) {
  const [stores, setStores] = useState(initial);
  const [announcement, setAnnouncement] = useState("");
  const recount = useRecount();
  // New stores are added on top, if the list's order allows that.
  const takesNew = query.cursor === undefined && (query.sort ?? "newest") === "newest";

  useEventStream({
    path: "/api/events",
    probe: "/api/stores?limit=1",
    after: seq,
    onEvent(event) {
      if (takesNew && isNewStore(stores, event, me)) void addStore(event);
      if (changesCounts(event)) recount();
      if (stores.some(({ id, owner }) => id === event.storeId && owner.email === me)) notifyDeclined(event);
      setStores((current) => foldStores(current, event));
      setAnnouncement((current) => announce(event) ?? current);
    },
    onLost({ storeIds, newOwners }) {
      for (const { id, config } of stores) {
        if (newOwners[id] !== undefined)
          notifyDone(`${newOwners[id]} accepted ${config.title} and owns it now.`);
      }
      setStores((current) => current.filter(({ id }) => !storeIds.includes(id)));
      recount();
    },
  });

  async function addStore(event: StoreEvent) {
    const added = await callApi<StoreResource>("GET", `/api/stores/${event.storeName}`).catch(() => null);
    if (added === null || !matchesQuery(added, query)) return;
    setStores((current) =>
      current.some((store) => store.id === added.id)
        ? current
        : [{ ...added, currentStep: null, lastFailure: null }, ...current],
    );
    recount();
  }

  return (
    <>
      <p role="status" className="sr-only">
        {announcement}
      </p>
      {stores.length > 0 ? (
        <Card aria-label="Stores">
          <ul className="divide-y divide-line" onKeyDown={moveBetweenRows}>
            {stores.map((store) => (
              <StoreRow key={store.id} store={store} me={me} />
            ))}
          </ul>
        </Card>
      ) : isFiltered(query) ? (
        <Card aria-label="Stores">
          <Empty
            icon={<SearchX />}
            title="No stores found"
            action={<TextLink href="/">Show all stores</TextLink>}
          >
            No store matches the search and filters.
          </Empty>
        </Card>
      ) : (
        <FirstStore />
      )}
    </>
  );
}

/** Whether an event changes the parts around the list: counts, quota and offered stores. */
function changesCounts({ detail }: StoreEvent): boolean {
  return ["store.phase", "store.forgotten", "store.owner", "store.handover"].includes(detail.kind);
}

/** Refreshes the page's server data, once for many changes. */
function useRecount(): () => void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), recountMs);
  };
}

/** Moves the focus between rows with the arrow keys. */
function moveBetweenRows(event: KeyboardEvent<HTMLUListElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  if (at === -1) return;
  event.preventDefault();
  rows[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
}

function announce({ detail, storeName }: StoreEvent): string | null {
  if (detail.kind === "store.phase") return `${storeName}: ${stateLabel(detail)}`;
  return detail.kind === "store.forgotten" ? `${storeName} is deleted` : null;
}
