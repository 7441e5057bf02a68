import * as contract from "@/lib/http/contract/users";
import { noContent } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { revokeInvitation } from "@/lib/services/accounts/revoke-invitation";

export const DELETE = serve(contract.revokeInvitation, ({ ctx, params }) => {
  revokeInvitation(ctx, params.id);
  return noContent();
});
