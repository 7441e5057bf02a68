import * as contract from "@/lib/http/contract/insight";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { checkName } from "@/lib/services/stores/check-name";

export const GET = serve(contract.checkName, ({ ctx, params }) => ok(checkName(ctx, params.candidate)));
