import * as contract from "@/lib/http/contract/stores";
import { toStoreResource } from "@/lib/http/resources/store-resource";
import { accepted } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { retryStore } from "@/lib/services/stores/retry-store";

export const POST = serve(contract.retryStore, ({ ctx, params }) => {
  const store = toStoreResource(retryStore(ctx, params.name));
  return accepted(store, store.links.self);
});
