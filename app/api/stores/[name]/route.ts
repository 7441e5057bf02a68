import { handle } from "@/lib/http/handle";
import { storeNameParam } from "@/lib/http/store-name-param";
import { toStoreResource } from "@/lib/http/store-resource";
import { deleteStore } from "@/lib/services/stores/delete-store";
import { getStore } from "@/lib/services/stores/get-store";

export const GET = handle<{ name: string }>((_request, ctx, { name }) =>
  Response.json(toStoreResource(getStore(ctx, storeNameParam(name)))),
);

export const DELETE = handle<{ name: string }>((_request, ctx, { name }) => {
  const store = toStoreResource(deleteStore(ctx, storeNameParam(name)));
  return Response.json(store, { status: 202, headers: { Location: store.links.self } });
});
