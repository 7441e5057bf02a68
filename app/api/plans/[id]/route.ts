import * as contract from "@/lib/http/contract/plans";
import { toPlanResource } from "@/lib/http/resources/plan-resource";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { changePlan } from "@/lib/services/plans/change-plan";
import { getPlan } from "@/lib/services/plans/get-plan";

export const GET = serve(contract.getPlan, ({ ctx, params }) => ok(toPlanResource(getPlan(ctx, params.id))));

export const PATCH = serve(contract.changePlan, ({ ctx, params, body, ifMatch }) =>
  ok(toPlanResource(changePlan(ctx, params.id, body, ifMatch(toPlanResource)))),
);
