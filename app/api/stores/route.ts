import * as contract from "@/lib/http/contract/stores";
import { toStoreResource } from "@/lib/http/resources/store-resource";
import { ok } from "@/lib/http/serving/reply";
import { replyStore } from "@/lib/http/serving/reply-store";
import { serve } from "@/lib/http/serving/serve";
import { createStore } from "@/lib/services/stores/create-store";
import { listStores } from "@/lib/services/stores/list-stores";

export const GET = serve(contract.listStores, ({ ctx, query }) => {
  const { stores, nextCursor } = listStores(ctx, query);
  return ok({ stores: stores.map(toStoreResource), nextCursor });
});

export const POST = serve(contract.createStore, ({ ctx, body }) => replyStore(createStore(ctx, body)));
