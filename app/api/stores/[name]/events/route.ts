import { handle } from "@/lib/http/handle";
import { storeEventStream } from "@/lib/http/store-event-stream";
import { storeNameParam } from "@/lib/http/store-name-param";

export const GET = handle<{ name: string }>((request, ctx, { name }) =>
  storeEventStream(request, ctx, { store: storeNameParam(name) }),
);
