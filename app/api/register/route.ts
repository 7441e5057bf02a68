import * as contract from "@/lib/http/contract/admission";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { register } from "@/lib/services/accounts/register";

export const POST = serve(contract.register, async ({ ctx, body }) => ok(await register(ctx, body)));
