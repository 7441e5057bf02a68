import * as contract from "@/lib/http/contract/insight";
import { toClusterResource } from "@/lib/http/insight-resource";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { getCluster } from "@/lib/services/platform/get-cluster";

export const GET = serve(contract.getCluster, async ({ ctx }) =>
  ok(toClusterResource(await getCluster(ctx))),
);
