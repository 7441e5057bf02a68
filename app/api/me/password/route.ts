import * as contract from "@/lib/http/contract/account";
import { noContent } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { changePassword } from "@/lib/services/accounts/change-password";

export const POST = serve(contract.changePassword, async ({ ctx, body }) => {
  await changePassword(ctx, body);
  return noContent();
});
