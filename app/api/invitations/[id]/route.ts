import * as contract from "@/lib/http/contract/users";
import { noContent } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { revokeInvitation } from "@/lib/services/accounts/revoke-invitation";

export const DELETE = serve(contract.revokeInvitation, ({ ctx, params }) => {
  revokeInvitation(ctx, params.id);
  return noContent();
});
