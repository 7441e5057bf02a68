const heartbeatMs = 15_000;
const retryMs = 1_000;

interface EventStreamOptions {
  /** Ends when the reader goes. */
  signal: AbortSignal;
  /** Messages as they go over the wire, each when the one before it was taken. */
  messages: (signal: AbortSignal) => AsyncGenerator<string>;
  /** Messages beside the events, such as the state of the cluster's connection; returns the unsubscriber. */
  also?: (send: (message: string) => void) => () => void;
  /** Asked at each heartbeat, and when the bell rings; a reader who may no longer read is cut off. */
  stillAllowed: () => boolean;
  /** The bell; returns the unsubscriber. */
  onAccessChange: (ask: () => void) => () => void;
}

/** The beats of all open streams, on one timer. */
const beats = new Set<() => void>();
let timer: NodeJS.Timeout | undefined;

function onBeat(beat: () => void): () => void {
  beats.add(beat);
  timer ??= setInterval(() => {
    for (const each of beats) each();
  }, heartbeatMs).unref();
  return () => {
    beats.delete(beat);
    if (beats.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * Server-sent events. The reader's pace rules: an event is fetched when the one before it was taken, so that
 * a slow reader costs no memory.
 */
export function eventStream(options: EventStreamOptions): Response {
  const { signal, messages, also, stillAllowed } = options;
  const encoder = new TextEncoder();
  const gone = new AbortController();
  const ended = AbortSignal.any([signal, gone.signal]);
  const source = messages(ended);
  const undo: (() => void)[] = [];

  function close() {
    gone.abort();
    for (const each of undo.splice(0)) each();
  }

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (message: string) => {
        if (!ended.aborted) controller.enqueue(encoder.encode(message));
      };
      send(`retry: ${retryMs}\n\n`);
      undo.push(
        onBeat(() => {
          if (!stillAllowed()) gone.abort();
          else if ((controller.desiredSize ?? 0) > 0) send(":\n\n");
        }),
      );
      undo.push(
        options.onAccessChange(() => {
          if (!stillAllowed()) gone.abort();
        }),
      );
      if (also) undo.push(also(send));
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
