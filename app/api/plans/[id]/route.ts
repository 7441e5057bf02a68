import * as contract from "@/lib/http/contract/plans";
import { toPlanResource } from "@/lib/http/plan-resource";
import { ok } from "@/lib/http/reply";
import { serve } from "@/lib/http/serve";
import { changePlan } from "@/lib/services/plans/change-plan";

export const PATCH = serve(contract.changePlan, ({ ctx, params, body }) =>
  ok(toPlanResource(changePlan(ctx, params.id, body))),
);
