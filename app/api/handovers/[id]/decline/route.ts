import * as contract from "@/lib/http/contract/members";
import { noContent } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { declineHandover } from "@/lib/services/handovers/decline-handover";

export const POST = serve(contract.declineHandover, ({ ctx, params }) => {
  declineHandover(ctx, params.id);
  return noContent();
});
