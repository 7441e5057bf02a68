import * as contract from "@/lib/http/contract/account";
import { noContent } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { endSession } from "@/lib/services/sessions/end-session";

export const DELETE = serve(contract.endSession, ({ ctx, params }) => {
  endSession(ctx, params.id);
  return noContent();
});
