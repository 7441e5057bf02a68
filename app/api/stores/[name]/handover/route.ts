import * as contract from "@/lib/http/contract/members";
import { toHandoverResource } from "@/lib/http/resources/member-resource";
import { created, noContent } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { offerHandover } from "@/lib/services/handovers/offer-handover";
import { withdrawHandover } from "@/lib/services/handovers/withdraw-handover";

export const POST = serve(contract.offerHandover, ({ ctx, params, body }) =>
  created(toHandoverResource(offerHandover(ctx, params.name, body.email))),
);

export const DELETE = serve(contract.withdrawHandover, ({ ctx, params }) => {
  withdrawHandover(ctx, params.name);
  return noContent();
});
