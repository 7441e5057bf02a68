import type { AnonymousCtx, Ctx } from "@/lib/services/app-context";
import type { Operation } from "../contract/operation";

/**
 * Logs a response and measures it. The log names the operation instead of the URL, since paths and queries may contain
 * private data.
 */
export function recordResponse(
  { app, actor, origin }: AnonymousCtx | Ctx,
  operation: Operation,
  status: number,
  ms: number,
): void {
  app.metrics.requestAnswered({ operation: operation.id, status, ms });
  app.log.info(
    {
      requestId: origin.requestId,
      operation: operation.id,
      status,
      ms: Math.round(ms * 10) / 10,
      accountId: actor?.userId,
      address: origin.address,
    },
    "Request answered",
  );
}
