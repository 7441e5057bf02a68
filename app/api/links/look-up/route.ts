import * as contract from "@/lib/http/contract/admission";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { lookUpLink } from "@/lib/services/accounts/look-up-link";

export const POST = serve(contract.lookUpLink, ({ ctx, body }) => {
  const { kind, email, role, expiresAt } = lookUpLink(ctx, body.secret);
  return ok({ kind, email, role, expiresAt: expiresAt.toISOString() });
});
