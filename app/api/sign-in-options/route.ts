import * as contract from "@/lib/http/contract/admission";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { getSignInOptions } from "@/lib/services/accounts/get-sign-in-options";

export const GET = serve(contract.getSignInOptions, ({ ctx }) => ok(getSignInOptions(ctx)));
