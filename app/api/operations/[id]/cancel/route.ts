import * as contract from "@/lib/http/contract/store-operations";
import { operationPath, toOperationResource } from "@/lib/http/resources/operation-resource";
import { accepted } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { cancelOperation } from "@/lib/services/operations/cancel-operation";

export const POST = serve(contract.cancelOperation, ({ ctx, params }) =>
  accepted(toOperationResource(cancelOperation(ctx, params.id)), operationPath(params.id)),
);
