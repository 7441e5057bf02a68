import * as contract from "@/lib/http/contract/store-operations";
import { toOperationResource } from "@/lib/http/resources/operation-resource";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { getOperation } from "@/lib/services/operations/get-operation";

export const GET = serve(contract.getOperation, ({ ctx, params }) =>
  ok(toOperationResource(getOperation(ctx, params.id))),
);
