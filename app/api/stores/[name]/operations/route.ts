import * as contract from "@/lib/http/contract/store-operations";
import { toOperationResource } from "@/lib/http/resources/operation-resource";
import { ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { listOperations } from "@/lib/services/operations/list-operations";

export const GET = serve(contract.listOperations, ({ ctx, params, query }) => {
  const { operations, nextCursor } = listOperations(ctx, params.name, query);
  return ok({ operations: operations.map(toOperationResource), nextCursor });
});
