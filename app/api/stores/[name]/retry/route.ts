import * as contract from "@/lib/http/contract/stores";
import { accepted } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { toStoreResource } from "@/lib/http/store-resource";
import { retryStore } from "@/lib/services/stores/retry-store";

export const POST = serve(contract.retryStore, ({ ctx, params }) => {
  const store = toStoreResource(retryStore(ctx, params.name));
  return accepted(store, store.links.self);
});
