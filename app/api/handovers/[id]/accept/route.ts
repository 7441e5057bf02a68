import * as contract from "@/lib/http/contract/members";
import { toStoreResource } from "@/lib/http/resources/store-resource";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { acceptHandover } from "@/lib/services/handovers/accept-handover";

export const POST = serve(contract.acceptHandover, ({ ctx, params }) =>
  ok(toStoreResource(acceptHandover(ctx, params.id))),
);
