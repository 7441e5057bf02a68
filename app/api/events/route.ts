import { handle } from "@/lib/http/handle";
import { storeEventStream } from "@/lib/http/store-event-stream";

export const GET = handle((request, ctx) => storeEventStream(request, ctx, {}));
