import * as contract from "@/lib/http/contract/plans";
import { toOfferedPlanResource } from "@/lib/http/resources/plan-resource";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { listPlans } from "@/lib/services/plans/list-plans";

export const GET = serve(contract.listPlans, ({ ctx }) =>
  ok({ plans: listPlans(ctx).map(toOfferedPlanResource) }),
);
