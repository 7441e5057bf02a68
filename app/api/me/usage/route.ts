import * as contract from "@/lib/http/contract/plans";
import { toUsageResource } from "@/lib/http/plan-resource";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { getUsage } from "@/lib/services/plans/get-usage";

export const GET = serve(contract.getUsage, ({ ctx }) => ok(toUsageResource(getUsage(ctx))));
