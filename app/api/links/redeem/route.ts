import * as contract from "@/lib/http/contract/admission";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { redeemLink } from "@/lib/services/accounts/redeem-link";

export const POST = serve(contract.redeemLink, async ({ ctx, body }) => ok(await redeemLink(ctx, body)));
