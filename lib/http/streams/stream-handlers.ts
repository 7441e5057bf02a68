import * as insight from "../contract/insight";
import * as stores from "../contract/stores";
import { serve } from "../serving/serve";
import { logStream } from "./log-stream";
import { storeEventStream } from "./store-event-stream";

/** The handlers of the operations that answer with a stream, by operation id: for the route files and for server.ts. */
export const streamHandlers = {
  streamEvents: serve(stores.streamEvents, ({ request, ctx }) => storeEventStream(request, ctx, {})),
  streamStoreEvents: serve(stores.streamStoreEvents, ({ request, ctx, params }) =>
    storeEventStream(request, ctx, { store: params.name }),
  ),
  streamLogs: serve(insight.streamLogs, ({ request, ctx, params, query }) =>
    logStream(request, ctx, params.name, query),
  ),
};
