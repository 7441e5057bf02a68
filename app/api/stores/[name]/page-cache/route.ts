import * as contract from "@/lib/http/contract/page-cache";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { clearPageCache, getPageCache, setPageCache } from "@/lib/services/stores/page-cache";

export const GET = serve(contract.getPageCache, async ({ ctx, params }) =>
  ok(await getPageCache(ctx, params.name)),
);

export const POST = serve(contract.setPageCache, async ({ ctx, params, body }) =>
  ok(await setPageCache(ctx, params.name, body.on)),
);

export const DELETE = serve(contract.clearPageCache, async ({ ctx, params }) =>
  ok(await clearPageCache(ctx, params.name)),
);
