import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StoreEvent } from "@/lib/domain/store-event";
import { Notifier } from "@/lib/events/notifier";
import { formatEvent } from "./event-message";
import { eventStream } from "./event-stream";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  for (const gone of opened.splice(0)) gone.abort();
  // The ends reach the streams, and so the beat that they share, before the next test.
  await vi.advanceTimersByTimeAsync(1);
  vi.useRealTimers();
});

const opened: AbortController[] = [];

const eventOf = (seq: number): StoreEvent => ({
  seq,
  at: new Date(0),
  storeId: "s",
  storeName: "blue",
  ownerId: "u",
  operationId: null,
  message: "",
  detail: { kind: "store.forgotten" },
});

/** A source that gives what is pushed, and ends with the signal as the event log does. */
function createSource() {
  const queue: StoreEvent[] = [];
  let wake = () => {};
  const state = { taken: 0, ended: false };
  async function* follow(signal: AbortSignal): AsyncGenerator<StoreEvent> {
    signal.addEventListener("abort", () => wake());
    while (!signal.aborted) {
      const event = queue.shift();
      if (event) {
        state.taken += 1;
        yield event;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
    state.ended = true;
  }
  return {
    state,
    follow,
    push(event: StoreEvent) {
      queue.push(event);
      wake();
    },
  };
}

async function* formatAll(events: AsyncGenerator<StoreEvent>): AsyncGenerator<string> {
  for await (const event of events) yield formatEvent(event);
}

function open(options: Partial<Parameters<typeof eventStream>[0]> = {}) {
  const source = createSource();
  const gone = new AbortController();
  opened.push(gone);
  const response = eventStream({
    signals: [gone.signal],
    messages: (signal) => formatAll(source.follow(signal)),
    stillAllowed: () => true,
    onAccessChange: () => () => {},
    ...options,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error("There is no body.");
  return { response, source, gone, reader, next: async () => (await reader.read()).value };
}

describe("a stream of events", () => {
  it("has headers that forbid proxies to buffer or cache it", () => {
    const { response } = open();
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    });
  });

  it("sends the reconnect delay first, then each event", async () => {
    const { source, next } = open();
    expect(await next()).toBe("retry: 1000\n\n");
    source.push(eventOf(7));
    expect(await next()).toMatch(/^id: 7\nevent: store\.forgotten\n/);
  });

  it("sends a heartbeat every 15 s while no events arrive", async () => {
    const { next } = open();
    await next();
    const beat = next();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await beat).toBe(":\n\n");
  });

  it("sends notices beside the events, and unsubscribes when it ends", async () => {
    const unsubscribe = vi.fn();
    let say: (message: string) => void = () => {};
    const { gone, reader, next } = open({
      also: (send) => {
        say = send;
        return unsubscribe;
      },
    });
    await next();
    say("event: cluster\ndata: {}\n\n");
    expect(await next()).toBe("event: cluster\ndata: {}\n\n");
    gone.abort();
    expect((await reader.read()).done).toBe(true);
    expect(unsubscribe).toHaveBeenCalledOnce();
    say("nobody hears this");
  });

  it("ends when the server stops", async () => {
    const { source, gone, reader, next } = open();
    await next();
    gone.abort();
    expect((await reader.read()).done).toBe(true);
    expect(source.state.ended).toBe(true);
  });

  it("closes its source when the reader disconnects", async () => {
    const { source, reader, next } = open();
    await next();
    await reader.cancel();
    await vi.waitFor(() => expect(source.state.ended).toBe(true));
    expect(vi.getTimerCount()).toBe(0);
  });

  it("ends at the next heartbeat after the reader lost access", async () => {
    const { reader, next } = open({ stillAllowed: () => false });
    await next();
    const end = reader.read();
    await vi.advanceTimersByTimeAsync(15_000);
    expect((await end).done).toBe(true);
  });

  it("reads no more events than a slow reader consumes", async () => {
    const source = createSource();
    for (let seq = 1; seq <= 500; seq += 1) source.push(eventOf(seq));
    const response = eventStream({
      signals: [new AbortController().signal],
      messages: (signal) => formatAll(source.follow(signal)),
      stillAllowed: () => true,
      onAccessChange: () => () => {},
    });
    await vi.advanceTimersByTimeAsync(100);
    expect(source.state.taken).toBeLessThan(5);
    await response.body?.cancel();
  });

  it("ends immediately when its reader's access changes and the reader lost access", async () => {
    const notifier = new Notifier();
    let allowed = true;
    const { next } = open({ stillAllowed: () => allowed, onAccessChange: (ask) => notifier.subscribe(ask) });
    expect(await next()).toContain("retry:");
    notifier.notify();
    allowed = false;
    notifier.notify();
    expect(await next()).toBeUndefined();
  });
});
