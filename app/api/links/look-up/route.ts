import * as contract from "@/lib/http/contract/admission";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { lookUpLink } from "@/lib/services/accounts/look-up-link";

export const POST = serve(contract.lookUpLink, ({ ctx, body }) => {
  const { kind, email, role, expiresAt } = lookUpLink(ctx, body.secret);
  return ok({ kind, email, role, expiresAt: expiresAt.toISOString() });
});
