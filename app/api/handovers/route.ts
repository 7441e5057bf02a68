import * as contract from "@/lib/http/contract/members";
import { toHandoverResource } from "@/lib/http/member-resource";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { listHandovers } from "@/lib/services/handovers/list-handovers";

export const GET = serve(contract.listHandovers, ({ ctx }) =>
  ok({ handovers: listHandovers(ctx).map(toHandoverResource) }),
);
