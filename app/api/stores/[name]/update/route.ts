import * as contract from "@/lib/http/contract/stores";
import { toStoreResource } from "@/lib/http/resources/store-resource";
import { accepted } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { updateStore } from "@/lib/services/stores/update-store";

export const POST = serve(contract.updateStore, ({ ctx, params, ifMatch }) => {
  const store = toStoreResource(updateStore(ctx, params.name, ifMatch(toStoreResource)));
  return accepted(store, store.links.self);
});
