import { act } from "@testing-library/react";
import { vi } from "vitest";

/** A server-sent event stream whose messages the test sends. */
export class FakeEventSource extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    streams.push(this);
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED;
  }
}

let streams: FakeEventSource[] = [];

/** Replaces the browser's EventSource for the rest of the test. Messages go to the newest open stream. */
export function fakeEventSource() {
  streams = [];
  vi.stubGlobal("EventSource", FakeEventSource);
  const open = () => {
    const stream = streams.findLast(({ readyState }) => readyState !== FakeEventSource.CLOSED);
    if (stream === undefined) throw new Error("The page has no open event stream.");
    return stream;
  };
  return {
    urls: () => streams.map(({ url }) => url),
    connect: () =>
      act(() => {
        open().readyState = FakeEventSource.OPEN;
        open().onopen?.();
      }),
    send: (name: string, ...messages: unknown[]) =>
      act(() => {
        for (const data of messages)
          open().dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
      }),
  };
}
