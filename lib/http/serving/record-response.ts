import type { AnonymousCtx, Ctx } from "@/lib/services/app-context";
import type { Operation } from "../contract/operation";

/**
 * One line of the log and one observation for each answer. The operation stands for the address: a path or a query
 * may hold what is nobody's business.
 */
export function noteAnswer(
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
