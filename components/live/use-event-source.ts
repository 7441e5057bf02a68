"use client";

import { useEffect, useEffectEvent } from "react";
import type { Link } from "./live-provider";

interface EventSourceOptions {
  /** Where to listen, asked anew at each opening; null while there is nothing to listen to. */
  address: (() => string) | null;
  /** What is listened to: another one is begun afresh. */
  subject: string;
  /** The names of the messages: EventSource wants each one listened for. */
  kinds: readonly string[];
  onMessage: (message: MessageEvent<string>) => void;
  onLink: (link: Link) => void;
  /** The browser gave up, which it does for an answer that is no stream: whether it is worth another try. */
  onGivenUp: () => Promise<"retry" | "stop">;
}

/** A cut shorter than this is not worth a word. */
const quietMs = 1_500;
const longestRetryMs = 10_000;
/** Browsers open six connections to a server: a page that nobody looks at gives its own back. */
const hiddenMs = 60_000;
/** How often the clock is looked at, and how much of it may be missed before it was sleep. */
const lookMs = 5_000;
const sleptMs = 20_000;

/** Holds a stream open through cuts, restarts of the server and sleep of the laptop. */
export function useEventSource({ address, subject, kinds, ...handlers }: EventSourceOptions): void {
  const addressNow = useEffectEvent(() => address?.() ?? "");
  const onMessage = useEffectEvent(handlers.onMessage);
  const onLink = useEffectEvent(handlers.onLink);
  const onGivenUp = useEffectEvent(handlers.onGivenUp);
  const enabled = address !== null;

  // Another subject is another stream.
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

    // A machine that slept may keep a connection that nobody speaks on any more, and nobody tells.
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
