import * as contract from "@/lib/http/contract/insight";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { getStoreRelease } from "@/lib/services/stores/inspect-store";

export const GET = serve(contract.getRelease, async ({ ctx, params }) =>
  ok(await getStoreRelease(ctx, params.name)),
);
