import * as contract from "@/lib/http/contract/stores";
import { toStoreResource } from "@/lib/http/resources/store-resource";
import { replyStore } from "@/lib/http/serving/reply-store";
import { serve } from "@/lib/http/serving/serve";
import { updateStore } from "@/lib/services/stores/update-store";

export const POST = serve(contract.updateStore, ({ ctx, params, ifMatch }) =>
  replyStore(updateStore(ctx, params.name, ifMatch(toStoreResource))),
);
