import * as contract from "@/lib/http/contract/admission";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { register } from "@/lib/services/accounts/register";

export const POST = serve(contract.register, async ({ ctx, body }) => ok(await register(ctx, body)));
