import * as insight from "../contract/insight";
import * as stores from "../contract/stores";
import { serve } from "../serving/serve";
import { logStream } from "./log-stream";
import { storeEventStream } from "./store-event-stream";

export const answerEvents = serve(stores.streamEvents, ({ request, ctx }) =>
  storeEventStream(request, ctx, {}),
);

export const answerStoreEvents = serve(stores.streamStoreEvents, ({ request, ctx, params }) =>
  storeEventStream(request, ctx, { store: params.name }),
);

export const answerLogs = serve(insight.streamLogs, ({ request, ctx, params, query }) =>
  logStream(request, ctx, params.name, query),
);
