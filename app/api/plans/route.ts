import * as contract from "@/lib/http/contract/plans";
import { toOfferedPlanResource } from "@/lib/http/plan-resource";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { listPlans } from "@/lib/services/plans/list-plans";

export const GET = serve(contract.listPlans, ({ ctx }) =>
  ok({ plans: listPlans(ctx).map(toOfferedPlanResource) }),
);
