import { setImmediate as nextTurn } from "node:timers/promises";

const heartbeatMs = 15_000;
/** Streams per turn of the event loop, so that an event does not wait for a thousand heartbeats. */
const beatsATurn = 25;
const retryMs = 1_000;

interface EventStreamOptions {
  /** Each of them ends the stream: the client disconnects, or the server stops. */
  signals: AbortSignal[];
  /** Formatted messages. The next one is requested when the previous one has been read. */
  messages: (signal: AbortSignal) => AsyncGenerator<string>;
  /** Additional messages, such as the state of the connection to the cluster. Returns the unsubscriber. */
  also?: (send: (message: string) => void) => () => void;
  /** Checked at each heartbeat and access change. The stream ends when it returns false. */
  stillAllowed: () => boolean;
  /** Subscribes to access changes. Returns the unsubscriber. */
  onAccessChange: (check: () => void) => () => void;
}

/** The heartbeats of all open streams, on one timer. */
const beats = new Set<() => void>();
let timer: NodeJS.Timeout | undefined;

function onBeat(beat: () => void): () => void {
  beats.add(beat);
  timer ??= setInterval(() => void beatAll(), heartbeatMs).unref();
  return () => {
    beats.delete(beat);
    if (beats.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

async function beatAll(): Promise<void> {
  let beaten = 0;
  for (const beat of [...beats]) {
    if (beats.has(beat)) beat();
    if (++beaten % beatsATurn === 0) await nextTurn();
  }
}

const encoder = new TextEncoder();

/**
 * A response of server-sent events. An event is fetched when the client has read the previous one, so that a slow client
 * costs no memory.
 */
export function eventStream(options: EventStreamOptions): Response {
  const { signals, messages, also, stillAllowed } = options;
  const gone = new AbortController();
  // Not AbortSignal.any, which needs more memory than the rest of a stream.
  const end = () => gone.abort();
  const ended = gone.signal;
  const source = messages(ended);
  const undo: (() => void)[] = [];

  function close() {
    end();
    for (const each of undo.splice(0)) each();
    for (const signal of signals) signal.removeEventListener("abort", end);
  }

  for (const signal of signals) {
    if (signal.aborted) end();
    else signal.addEventListener("abort", end);
  }

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (message: string) => {
        if (!ended.aborted) controller.enqueue(encoder.encode(message));
      };
      send(`retry: ${retryMs}\n\n`);
      undo.push(
        onBeat(() => {
          if (!stillAllowed()) end();
          else if ((controller.desiredSize ?? 0) > 0) send(":\n\n");
        }),
      );
      // Before the subscription below, so that a message about a lost store is sent before the stream ends.
      if (also) undo.push(also(send));
      undo.push(
        options.onAccessChange(() => {
          if (!stillAllowed()) end();
        }),
      );
    },
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) {
        close();
        controller.close();
      } else {
        controller.enqueue(encoder.encode(value));
      }
    },
    cancel: close,
  });

  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-cache, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
