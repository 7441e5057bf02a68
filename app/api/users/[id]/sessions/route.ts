import * as contract from "@/lib/http/contract/users";
import { noContent } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { endUserSessions } from "@/lib/services/sessions/end-user-sessions";

export const DELETE = serve(contract.endUserSessions, ({ ctx, params }) => {
  endUserSessions(ctx, params.id);
  return noContent();
});
