"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import type { StoreEvent } from "@/lib/domain/store-event";
import { eventKinds, parseEvent } from "@/lib/http/event-message";
import { goToSignIn } from "../api-client";
import { type ClusterState, useLive } from "./live-provider";

interface EventStreamOptions {
  /** The stream's path, e.g. `/api/events`. */
  path: string;
  /** A resource that answers 404 once there is nothing more to hear. */
  probe: string;
  /** The last event that is on the page already. */
  after: number;
  enabled?: boolean;
  onEvent: (event: StoreEvent) => void;
  /** What was listened to is gone. */
  onGone?: () => void;
}

/** A cut shorter than this is not worth a word. */
const quietMs = 1_500;
const longestRetryMs = 10_000;
/** Browsers open six connections to a server: a page that nobody looks at gives its one back. */
const hiddenMs = 60_000;

/**
 * Hears what happens after `after`, through cuts, restarts of the server and sleep of the laptop: the browser
 * reconnects with the last event's id by itself; where it gives up, the stream is opened again from there.
 */
export function useEventStream({
  path,
  probe,
  after,
  enabled = true,
  ...handlers
}: EventStreamOptions): void {
  const { setLink, setCluster } = useLive();
  const last = useRef(after);
  const onEvent = useEffectEvent(handlers.onEvent);
  const onGone = useEffectEvent(() => handlers.onGone?.());

  useEffect(() => {
    if (!enabled) return;
    let source: EventSource | undefined;
    let attempt = 0;
    let hiddenSince: number | null = null;
    let retryTimer: ReturnType<typeof setTimeout> | undefined;
    let quietTimer: ReturnType<typeof setTimeout> | undefined;
    let hiddenTimer: ReturnType<typeof setTimeout> | undefined;

    function hear(message: MessageEvent<string>) {
      const event = parseEvent(message.data);
      if (event.seq <= last.current) return;
      last.current = event.seq;
      onEvent(event);
    }

    function open() {
      clearTimeout(retryTimer);
      source?.close();
      source = new EventSource(`${path}?after=${last.current}`);
      source.onopen = () => {
        attempt = 0;
        clearTimeout(quietTimer);
        quietTimer = undefined;
        setLink("open");
      };
      source.onerror = () => {
        quietTimer ??= setTimeout(() => setLink("lost"), quietMs);
        if (source?.readyState === EventSource.CLOSED) void askAndRetry();
      };
      for (const kind of eventKinds) source.addEventListener(kind, hear);
      source.addEventListener("cluster", (message) => setCluster(JSON.parse(message.data) as ClusterState));
    }

    /** The browser gave up, which it does for an answer that is no stream: find out what is so. */
    async function askAndRetry() {
      const status = await fetch(probe).then(
        (response) => response.status,
        () => 0,
      );
      if (status === 401) return goToSignIn();
      if (status === 404) return onGone();
      retryTimer = setTimeout(open, Math.min(longestRetryMs, 1_000 * 2 ** attempt++));
    }

    function onVisibility() {
      clearTimeout(hiddenTimer);
      if (document.hidden) {
        hiddenSince = Date.now();
        hiddenTimer = setTimeout(() => source?.close(), hiddenMs);
      } else if (hiddenSince !== null && Date.now() - hiddenSince > hiddenMs / 2) {
        open();
      }
    }

    open();
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("online", open);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("online", open);
      for (const timer of [retryTimer, quietTimer, hiddenTimer]) clearTimeout(timer);
      source?.close();
      source = undefined;
      setLink("idle");
    };
  }, [path, probe, enabled, setLink, setCluster]);
}
