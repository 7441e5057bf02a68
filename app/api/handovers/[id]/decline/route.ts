import * as contract from "@/lib/http/contract/members";
import { noContent } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { declineHandover } from "@/lib/services/handovers/decline-handover";

export const POST = serve(contract.declineHandover, ({ ctx, params }) => {
  declineHandover(ctx, params.id);
  return noContent();
});
