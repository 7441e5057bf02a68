import * as contract from "@/lib/http/contract/insight";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { getStoreRelease } from "@/lib/services/stores/inspect-store";

export const GET = serve(contract.getRelease, async ({ ctx, params }) =>
  ok(await getStoreRelease(ctx, params.name)),
);
