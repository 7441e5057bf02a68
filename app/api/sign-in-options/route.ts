import * as contract from "@/lib/http/contract/admission";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { getSignInOptions } from "@/lib/services/accounts/get-sign-in-options";

export const GET = serve(contract.getSignInOptions, ({ ctx }) => ok(getSignInOptions(ctx)));
