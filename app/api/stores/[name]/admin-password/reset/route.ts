import * as contract from "@/lib/http/contract/store-admin";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { resetAdminPassword } from "@/lib/services/stores/reset-admin-password";

export const POST = serve(contract.resetAdminPassword, async ({ ctx, params }) =>
  ok(await resetAdminPassword(ctx, params.name)),
);
