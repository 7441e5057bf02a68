import * as contract from "@/lib/http/contract/insight";
import { toClusterResource } from "@/lib/http/resources/insight-resource";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { getCluster } from "@/lib/services/platform/get-cluster";

export const GET = serve(contract.getCluster, async ({ ctx }) =>
  ok(toClusterResource(await getCluster(ctx))),
);
