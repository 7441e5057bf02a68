"use client";

import { useEffect, useEffectEvent } from "react";
import type { Link } from "./live-provider";

interface EventSourceOptions {
  /** Returns the stream's URL, called at each connect; null while the stream is disabled. */
  address: (() => string) | null;
  /** Identifies the stream: another subject opens another stream. */
  subject: string;
  /** The event names: EventSource needs a listener for each. */
  kinds: readonly string[];
  onMessage: (message: MessageEvent<string>) => void;
  onLink: (link: Link) => void;
  /** Called when the browser stops reconnecting, as it does after an error status. Decides whether to retry. */
  onGivenUp: () => Promise<"retry" | "stop">;
}

/** Shorter disconnects are not reported. */
const quietMs = 1_500;
const longestRetryMs = 10_000;
/** Browsers open at most six connections per server: a page that is hidden for this long closes its stream. */
const hiddenMs = 60_000;
/** The interval of the sleep check, and the gap between two checks that counts as sleep. */
const lookMs = 5_000;
const sleptMs = 20_000;

/** Keeps a stream open through network failures, server restarts and a sleeping laptop. */
export function useEventSource({ address, subject, kinds, ...handlers }: EventSourceOptions): void {
  const addressNow = useEffectEvent(() => address?.() ?? "");
  const onMessage = useEffectEvent(handlers.onMessage);
  const onLink = useEffectEvent(handlers.onLink);
  const onGivenUp = useEffectEvent(handlers.onGivenUp);
  const enabled = address !== null;

  // Another subject opens another stream.
  useEffect(() => {
    if (!enabled) return;
    let source: EventSource | undefined;
    let attempt = 0;
    let left = false;
    let hiddenSince: number | null = null;
    let retryTimer: ReturnType<typeof setTimeout> | undefined;
    let quietTimer: ReturnType<typeof setTimeout> | undefined;
    let hiddenTimer: ReturnType<typeof setTimeout> | undefined;

    function open() {
      clearTimeout(retryTimer);
      source?.close();
      source = new EventSource(addressNow());
      source.onopen = () => {
        attempt = 0;
        clearTimeout(quietTimer);
        quietTimer = undefined;
        onLink("open");
      };
      source.onerror = () => {
        quietTimer ??= setTimeout(() => onLink("lost"), quietMs);
        if (source?.readyState === EventSource.CLOSED) void askAndRetry();
      };
      for (const kind of kinds) source.addEventListener(kind, onMessage);
    }

    async function askAndRetry() {
      if ((await onGivenUp()) === "stop" || left) return;
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

    // After sleep, a dead connection may look open: reconnect.
    let lookedAt = Date.now();
    const clock = setInterval(() => {
      const slept = Date.now() - lookedAt > sleptMs;
      lookedAt = Date.now();
      if (slept && !document.hidden) open();
    }, lookMs);

    open();
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("online", open);
    return () => {
      left = true;
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("online", open);
      for (const timer of [retryTimer, quietTimer, hiddenTimer]) clearTimeout(timer);
      clearInterval(clock);
      source?.close();
      onLink("idle");
    };
  }, [subject, enabled]);
}
