import * as contract from "@/lib/http/contract/members";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { toStoreResource } from "@/lib/http/store-resource";
import { acceptHandover } from "@/lib/services/handovers/accept-handover";

export const POST = serve(contract.acceptHandover, ({ ctx, params }) =>
  ok(toStoreResource(acceptHandover(ctx, params.id))),
);
