import * as contract from "@/lib/http/contract/insight";
import { toStoreUsageResource } from "@/lib/http/resources/store-usage-resource";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { measureStore } from "@/lib/services/stores/inspect-store";

export const GET = serve(contract.getStoreUsage, async ({ ctx, params }) =>
  ok(toStoreUsageResource(await measureStore(ctx, params.name))),
);
