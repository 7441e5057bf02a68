import * as contract from "@/lib/http/contract/store-admin";
import { toStoreResource } from "@/lib/http/resources/store-resource";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { setSafeMode } from "@/lib/services/stores/set-safe-mode";

export const POST = serve(contract.setSafeMode, async ({ ctx, params, body }) =>
  ok(toStoreResource(await setSafeMode(ctx, params.name, body.on))),
);
