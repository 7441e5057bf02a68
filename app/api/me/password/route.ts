import * as contract from "@/lib/http/contract/account";
import { noContent } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { changePassword } from "@/lib/services/accounts/change-password";

export const POST = serve(contract.changePassword, async ({ ctx, body }) => {
  await changePassword(ctx, body);
  return noContent();
});
