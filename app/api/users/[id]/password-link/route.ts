import * as contract from "@/lib/http/contract/users";
import { created } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { createPasswordLink } from "@/lib/services/accounts/create-password-link";

export const POST = serve(contract.createPasswordLink, ({ ctx, params }) => {
  const { link, expiresAt } = createPasswordLink(ctx, params.id);
  return created({ link, expiresAt: expiresAt.toISOString() });
});
