import type { StoreEvent } from "@/lib/domain/store-event";
import type { TestApp } from "./start-app";

/** An event as the stream sends it. */
export type StreamedEvent = Omit<StoreEvent, "at"> & { at: string };

export interface Follower {
  /** Everything that has come so far. */
  seen: StreamedEvent[];
  /** The first event, past or to come, that the predicate accepts. */
  until(what: string, accept: (event: StreamedEvent) => boolean, timeoutMs?: number): Promise<StreamedEvent>;
  close(): void;
}

interface Waiter {
  accept: (event: StreamedEvent) => boolean;
  resolve: (event: StreamedEvent) => void;
  reject: (error: Error) => void;
}

/** Follows the app's event stream (of one store, or of all) from just after `lastEventId` on. */
export async function followEvents(
  app: TestApp,
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

  const seen: StreamedEvent[] = [];
  const waiters = new Set<Waiter>();
  let ended: Error | null = null;
  const take = (event: StreamedEvent) => {
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
  take: (event: StreamedEvent) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let buffer = "";
  for await (const chunk of body) {
    buffer += decoder.decode(chunk, { stream: true });
    const blocks = buffer.split("\n\n");
    buffer = blocks.pop() ?? "";
    for (const block of blocks) {
      const lines = block.split("\n").filter((line) => line.startsWith("data:"));
      if (lines.length > 0) take(JSON.parse(lines.map((line) => line.slice(5).trim()).join("\n")));
    }
  }
}

function lateMessage(what: string, timeoutMs: number, seen: StreamedEvent[]): string {
  const last = seen.slice(-12).map((event) => `  ${event.seq} ${event.storeName}: ${event.message}`);
  return `Waited ${timeoutMs / 1000} s for ${what}. The last events were:\n${last.join("\n")}`;
}
