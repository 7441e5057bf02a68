import * as contract from "@/lib/http/contract/stores";
import { accepted } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { toStoreResource } from "@/lib/http/store-resource";
import { updateStore } from "@/lib/services/stores/update-store";

export const POST = serve(contract.updateStore, ({ ctx, params, ifMatch }) => {
  const store = toStoreResource(updateStore(ctx, params.name, ifMatch(toStoreResource)));
  return accepted(store, store.links.self);
});
