import * as contract from "@/lib/http/contract/store-admin";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { revealAdminPassword } from "@/lib/services/stores/reveal-admin-password";

/** A POST, since it works once. */
export const POST = serve(contract.revealAdminPassword, async ({ ctx, params }) =>
  ok(await revealAdminPassword(ctx, params.name)),
);
