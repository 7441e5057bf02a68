import * as contract from "@/lib/http/contract/account";
import { noContent } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { revokeMyToken } from "@/lib/services/accounts/revoke-my-token";

export const DELETE = serve(contract.revokeToken, ({ ctx, params }) => {
  revokeMyToken(ctx, params.id);
  return noContent();
});
