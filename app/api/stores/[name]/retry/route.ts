import { handle } from "@/lib/http/handle";
import { storeNameParam } from "@/lib/http/store-name-param";
import { toStoreResource } from "@/lib/http/store-resource";
import { retryStore } from "@/lib/services/stores/retry-store";

export const POST = handle<{ name: string }>((_request, ctx, { name }) => {
  const store = toStoreResource(retryStore(ctx, storeNameParam(name)));
  return Response.json(store, { status: 202, headers: { Location: store.links.self } });
});
