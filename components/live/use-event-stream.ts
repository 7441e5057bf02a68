"use client";

import { useRef } from "react";
import type { StoreEvent } from "@/lib/domain/store-event";
import { eventKinds, parseEvent } from "@/lib/http/streams/event-message";
import { goToSignIn } from "../api-client";
import { type ClusterState, useLive } from "./live-provider";
import { useEventSource } from "./use-event-source";

/** Stores that the user lost access to, and the new owners of those that were handed over. */
export interface LostStores {
  storeIds: string[];
  /** E-mail addresses by store id. */
  newOwners: Record<string, string>;
}

interface EventStreamOptions {
  /** The stream's path, e.g. `/api/events`. */
  path: string;
  /** A resource that returns 404 when the stream's subject no longer exists. */
  probe: string;
  /** Sequence number of the last event that the page reflects. */
  after: number;
  enabled?: boolean;
  onEvent: (event: StoreEvent) => void;
  onLost?: (lost: LostStores) => void;
  /** The stream's subject no longer exists. */
  onGone?: () => void;
}

const kinds = [...eventKinds, "cluster", "lost"];

/**
 * Follows the events after `after`. The browser reconnects with the last event's id by itself; if it stops, the stream
 * is opened again from that event.
 */
export function useEventStream(options: EventStreamOptions) {
  const { path, probe, after, enabled = true, onEvent, onLost, onGone } = options;
  const { setLink, setCluster } = useLive();
  const last = useRef(after);

  useEventSource({
    address: enabled ? () => `${path}?after=${last.current}` : null,
    subject: path,
    kinds,
    onLink: setLink,
    onMessage(message) {
      if (message.type === "cluster") return setCluster(JSON.parse(message.data) as ClusterState);
      if (message.type === "lost") return onLost?.(JSON.parse(message.data) as LostStores);
      const event = parseEvent(message.data);
      if (event.seq <= last.current) return;
      last.current = event.seq;
      onEvent(event);
    },
    async onGivenUp() {
      const status = await fetch(probe).then(
        (response) => response.status,
        () => 0,
      );
      if (status === 401) goToSignIn();
      if (status === 404) onGone?.();
      return status === 401 || status === 404 ? "stop" : "retry";
    },
  });
}
