import * as contract from "@/lib/http/contract/users";
import { noContent } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { endUserSessions } from "@/lib/services/sessions/end-user-sessions";

export const DELETE = serve(contract.endUserSessions, ({ ctx, params }) => {
  endUserSessions(ctx, params.id);
  return noContent();
});
