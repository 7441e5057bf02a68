import type { StoreEvent } from "@/lib/domain/store-event";
import { isStillMember } from "@/lib/services/access/is-still-member";
import { isStillValid } from "@/lib/services/access/is-still-valid";
import type { Ctx } from "@/lib/services/app-context";
import { getStore } from "@/lib/services/stores/get-store";
import { streamEvents } from "@/lib/services/stores/store-events";
import { afterSeq } from "./after-seq";
import { formatEvent, formatMessage } from "./event-message";
import { eventStream } from "./event-stream";
import { type LostStores, watchLostStores } from "./watch-lost-stores";

/**
 * A stream of the events of one store, or of all stores that the actor can see. The messages `cluster` (state of the
 * connection to the cluster) and `lost` (stores that the actor can no longer see) have no id. The stream ends when the
 * server stops or the actor loses access.
 */
export function storeEventStream(request: Request, ctx: Ctx, scope: { store?: string }): Response {
  const { app, actor } = ctx;
  const after = afterSeq(request);
  const storeId = scope.store === undefined ? null : getStore(ctx, scope.store).id;
  const lost = watchLostStores(ctx, { storeId, after });
  return eventStream({
    signals: [request.signal, app.stopping],
    messages: (signal) => formatEvents(streamEvents(ctx, scope, after, signal), lost),
    also: (send) => {
      const ended = app.metrics.streamOpened();
      send(formatMessage("cluster", app.cluster.connection()));
      const unsubscribe = app.cluster.onConnection((connection) =>
        send(formatMessage("cluster", connection)),
      );
      const forget = lost.tell(send);
      return () => {
        ended();
        forget();
        unsubscribe();
      };
    },
    stillAllowed: () =>
      isStillValid(app, actor) && (storeId === null || isStillMember(app, actor, storeId, "read")),
    onAccessChange: (check) => app.accessChanges.subscribe(check),
  });
}

async function* formatEvents(events: AsyncGenerator<StoreEvent>, lost: LostStores): AsyncGenerator<string> {
  for await (const event of events) {
    lost.note(event);
    yield formatEvent(event);
  }
}
