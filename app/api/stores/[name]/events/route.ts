import * as contract from "@/lib/http/contract/stores";
import { serve } from "@/lib/http/serve";
import { storeEventStream } from "@/lib/http/store-event-stream";

export const GET = serve(contract.streamStoreEvents, ({ request, ctx, params }) =>
  storeEventStream(request, ctx, { store: params.name }),
);
