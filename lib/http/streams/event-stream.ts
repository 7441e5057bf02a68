import { setImmediate as nextTurn } from "node:timers/promises";

const heartbeatMs = 15_000;
/** So many streams are asked after in one turn of the loop: an event does not wait for a thousand of them. */
const beatsATurn = 25;
const retryMs = 1_000;

interface EventStreamOptions {
  /** Any of them ends it: the reader goes, the server stops. */
  signals: AbortSignal[];
  /** Messages as they go over the wire, each when the one before it was taken. */
  messages: (signal: AbortSignal) => AsyncGenerator<string>;
  /** Messages beside the events, such as the state of the cluster's connection; returns the unsubscriber. */
  also?: (send: (message: string) => void) => () => void;
  /** Asked at each heartbeat, and when the notifier rings; a reader who may no longer read is cut off. */
  stillAllowed: () => boolean;
  /** The notifier; returns the unsubscriber. */
  onAccessChange: (ask: () => void) => () => void;
}

/** The beats of all open streams, on one timer. */
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
 * Server-sent events. The reader's pace rules: an event is fetched when the one before it was taken, so that
 * a slow reader costs no memory.
 */
export function eventStream(options: EventStreamOptions): Response {
  const { signals, messages, also, stillAllowed } = options;
  const gone = new AbortController();
  // Not AbortSignal.any: each of its signals costs more than all the rest of a stream.
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
      // Before the end that an access change may bring: what is told of that still reaches the reader.
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
