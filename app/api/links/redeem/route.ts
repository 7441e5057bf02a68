import * as contract from "@/lib/http/contract/admission";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { redeemLink } from "@/lib/services/accounts/redeem-link";

export const POST = serve(contract.redeemLink, async ({ ctx, body }) => ok(await redeemLink(ctx, body)));
