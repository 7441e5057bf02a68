import * as contract from "@/lib/http/contract/plans";
import { toUsageResource } from "@/lib/http/resources/plan-resource";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { getUsage } from "@/lib/services/plans/get-usage";

export const GET = serve(contract.getUsage, ({ ctx }) => ok(toUsageResource(getUsage(ctx))));
