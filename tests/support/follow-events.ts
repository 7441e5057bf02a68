import type { StoreEvent } from "@/lib/domain/store-event";
import { parseEvent } from "@/lib/http/streams/event-message";
import type { AppAddress } from "./start-app";

export interface Follower {
  /** All events that have arrived so far. */
  seen: StoreEvent[];
  /** The first past or future event that the predicate accepts. */
  until(what: string, accept: (event: StoreEvent) => boolean, timeoutMs?: number): Promise<StoreEvent>;
  close(): void;
}

interface Waiter {
  accept: (event: StoreEvent) => boolean;
  resolve: (event: StoreEvent) => void;
  reject: (error: Error) => void;
}

/** Follows the app's event stream (of one store, or of all) from just after `lastEventId` on. */
export async function followEvents(
  app: AppAddress,
  options: { store?: string; lastEventId?: number } = {},
): Promise<Follower> {
  const path = options.store ? `/api/stores/${options.store}/events` : "/api/events";
  const abort = new AbortController();
  const response = await fetch(`${app.origin}${path}`, {
    headers: {
      accept: "text/event-stream",
      authorization: `Bearer ${app.token}`,
      "last-event-id": String(options.lastEventId ?? 0),
    },
    signal: abort.signal,
  });
  if (!response.ok || response.body === null) {
    throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  }

  const seen: StoreEvent[] = [];
  const waiters = new Set<Waiter>();
  let ended: Error | null = null;
  const take = (event: StoreEvent) => {
    seen.push(event);
    for (const waiter of waiters) if (waiter.accept(event)) waiter.resolve(event);
  };
  const end = (error: Error) => {
    ended = error;
    for (const waiter of waiters) waiter.reject(error);
  };
  readEvents(response.body, take).then(
    () => end(new Error(`${path} ended`)),
    (error) => end(new Error(`${path} broke off`, { cause: error })),
  );

  return {
    seen,
    until(what, accept, timeoutMs = 120_000) {
      const past = seen.find(accept);
      if (past) return Promise.resolve(past);
      if (ended) return Promise.reject(ended);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => waiter.reject(new Error(lateMessage(what, timeoutMs, seen))),
          timeoutMs,
        );
        const settle = <A>(done: (value: A) => void) => {
          return (value: A) => {
            clearTimeout(timer);
            waiters.delete(waiter);
            done(value);
          };
        };
        const waiter: Waiter = { accept, resolve: settle(resolve), reject: settle(reject) };
        waiters.add(waiter);
      });
    },
    close: () => abort.abort(),
  };
}

async function readEvents(
  body: ReadableStream<Uint8Array>,
  take: (event: StoreEvent) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let buffer = "";
  for await (const chunk of body) {
    buffer += decoder.decode(chunk, { stream: true });
    const blocks = buffer.split("\n\n");
    buffer = blocks.pop() ?? "";
    for (const block of blocks) {
      // Messages without an id are about the stream itself.
      const data = /^id: .*\n(?:.*\n)*data: (.*)$/m.exec(block)?.[1];
      if (data !== undefined) take(parseEvent(data));
    }
  }
}

function lateMessage(what: string, timeoutMs: number, seen: StoreEvent[]): string {
  const last = seen.slice(-12).map((event) => `  ${event.seq} ${event.storeName}: ${event.message}`);
  return `Waited ${timeoutMs / 1000} s for ${what}. The last events were:\n${last.join("\n")}`;
}
