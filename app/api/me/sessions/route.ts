import * as contract from "@/lib/http/contract/account";
import { toSessionResource } from "@/lib/http/resources/session-resource";
import { noContent, ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { endSessions } from "@/lib/services/sessions/end-sessions";
import { listSessions } from "@/lib/services/sessions/list-sessions";

export const GET = serve(contract.listSessions, ({ ctx }) =>
  ok({ sessions: listSessions(ctx).map(toSessionResource) }),
);

export const DELETE = serve(contract.endSessions, ({ ctx }) => {
  endSessions(ctx);
  return noContent();
});
