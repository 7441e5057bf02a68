import * as contract from "@/lib/http/contract/members";
import { toHandoverResource } from "@/lib/http/resources/member-resource";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { listHandovers } from "@/lib/services/handovers/list-handovers";

export const GET = serve(contract.listHandovers, ({ ctx }) =>
  ok({ handovers: listHandovers(ctx).map(toHandoverResource) }),
);
