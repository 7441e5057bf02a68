import * as contract from "@/lib/http/contract/users";
import { created } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { createPasswordLink } from "@/lib/services/accounts/create-password-link";

export const POST = serve(contract.createPasswordLink, ({ ctx, params }) => {
  const { link, expiresAt } = createPasswordLink(ctx, params.id);
  return created({ link, expiresAt: expiresAt.toISOString() });
});
