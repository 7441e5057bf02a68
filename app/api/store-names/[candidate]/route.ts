import * as contract from "@/lib/http/contract/insight";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { checkName } from "@/lib/services/stores/check-name";

export const GET = serve(contract.checkName, ({ ctx, params }) => ok(checkName(ctx, params.candidate)));
