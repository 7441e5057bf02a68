import type { StoreEvent } from "@/lib/domain/store-event";
import { isStillMember } from "@/lib/services/access/is-still-member";
import { isStillValid } from "@/lib/services/access/is-still-valid";
import type { Ctx } from "@/lib/services/context";
import { getStore } from "@/lib/services/stores/get-store";
import { streamEvents } from "@/lib/services/stores/store-events";
import { afterSeq } from "./after-seq";
import { formatEvent, formatMessage } from "./event-message";
import { eventStream } from "./event-stream";

/**
 * The events of one store, or of all that the actor sees, as a stream; with them, what the connection to
 * the cluster is doing (message `cluster`, which has no id). Ends when the server stops, and when the reader may
 * read no more.
 */
export function storeEventStream(request: Request, ctx: Ctx, scope: { store?: string }): Response {
  const { app, actor } = ctx;
  const after = afterSeq(request);
  const storeId = scope.store === undefined ? null : getStore(ctx, scope.store).id;
  return eventStream({
    signal: AbortSignal.any([request.signal, app.stopping]),
    messages: (signal) => formatEvents(streamEvents(ctx, scope, after, signal)),
    also: (send) => {
      const ended = app.metrics.streamOpened();
      send(formatMessage("cluster", app.cluster.connection()));
      const deafen = app.cluster.onConnection((connection) => send(formatMessage("cluster", connection)));
      return () => {
        ended();
        deafen();
      };
    },
    stillAllowed: () =>
      isStillValid(app, actor) && (storeId === null || isStillMember(app, actor, storeId, "read")),
    onAccessChange: (ask) => app.accessChanges.onRing(ask),
  });
}

async function* formatEvents(events: AsyncGenerator<StoreEvent>): AsyncGenerator<string> {
  for await (const event of events) yield formatEvent(event);
}
