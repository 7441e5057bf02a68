import * as contract from "@/lib/http/contract/insight";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { toStoreUsageResource } from "@/lib/http/store-usage-resource";
import { measureStore } from "@/lib/services/stores/inspect-store";

export const GET = serve(contract.getStoreUsage, async ({ ctx, params }) =>
  ok(toStoreUsageResource(await measureStore(ctx, params.name))),
);
