import * as contract from "@/lib/http/contract/account";
import { noContent } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { endSession } from "@/lib/services/sessions/end-session";

export const DELETE = serve(contract.endSession, ({ ctx, params }) => {
  endSession(ctx, params.id);
  return noContent();
});
