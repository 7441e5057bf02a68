import * as contract from "@/lib/http/contract/insight";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { getStatistics } from "@/lib/services/platform/get-statistics";

export const GET = serve(contract.getStatistics, ({ ctx, query }) => ok(getStatistics(ctx, query.days)));
