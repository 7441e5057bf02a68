import * as contract from "@/lib/http/contract/stores";
import { toStoreResource } from "@/lib/http/resources/store-resource";
import { ok } from "@/lib/http/serving/reply";
import { replyStore } from "@/lib/http/serving/reply-store";
import { serve } from "@/lib/http/serving/serve";
import { changeStore } from "@/lib/services/stores/change-store";
import { deleteStore } from "@/lib/services/stores/delete-store";
import { getStore } from "@/lib/services/stores/get-store";

export const GET = serve(contract.getStore, ({ ctx, params }) =>
  ok(toStoreResource(getStore(ctx, params.name))),
);

export const PATCH = serve(contract.changeStore, ({ ctx, params, body, ifMatch }) =>
  replyStore(changeStore(ctx, params.name, body, ifMatch(toStoreResource))),
);

export const DELETE = serve(contract.deleteStore, ({ ctx, params, ifMatch }) =>
  replyStore(deleteStore(ctx, params.name, ifMatch(toStoreResource))),
);
