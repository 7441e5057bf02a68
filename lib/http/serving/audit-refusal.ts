import { isAppError } from "@/lib/errors";
import type { AnonymousCtx, Ctx } from "@/lib/services/app-context";
import { recordAudit } from "@/lib/services/record-audit";
import type { Operation } from "../contract/operation";

/** Refusals that are recorded. Invalid input and rate limits are not. */
const recordedCodes = new Set(["forbidden", "not_found", "conflict", "limit_reached", "precondition_failed"]);

/** Records an audit entry for a refused write. */
export function auditRefusal(
  ctx: AnonymousCtx | Ctx,
  operation: Operation,
  params: Record<string, string>,
  error: unknown,
): void {
  if (operation.method === "GET") return;
  if (!isAppError(error)) return;
  const { code } = error;
  if (!recordedCodes.has(code)) return;
  try {
    const name = (params.name ?? params.id ?? "").slice(0, 100);
    recordAudit(ctx.app.db, ctx, {
      action: operation.id,
      target: { type: operation.subject, name },
      result: code,
    });
  } catch (cause) {
    ctx.app.log.error(
      { err: cause, action: operation.id },
      "The audit entry of a refusal could not be written",
    );
  }
}
