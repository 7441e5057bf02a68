import * as contract from "@/lib/http/contract/stores";
import { serve } from "@/lib/http/serve";
import { storeEventStream } from "@/lib/http/store-event-stream";

export const GET = serve(contract.streamEvents, ({ request, ctx }) => storeEventStream(request, ctx, {}));
