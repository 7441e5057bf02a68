import { startOperation } from "@/lib/services/operations/start-operation";
import { requestOf } from "../contract/kind-requests";
import { operationPath, toOperationResource } from "../resources/operation-resource";
import { accepted } from "./reply";
import { serve } from "./serve";

/** The route handler that starts operations of a kind. */
export function serveKind(kind: string) {
  return serve(requestOf(kind), ({ ctx, params }) => {
    const operation = toOperationResource(startOperation(ctx, params.name, kind));
    return accepted(operation, operationPath(operation.id));
  });
}
