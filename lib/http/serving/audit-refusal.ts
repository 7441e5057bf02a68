import type { AppError } from "@/lib/errors";
import type { AnonymousCtx, Ctx } from "@/lib/services/app-context";
import { recordAudit } from "@/lib/services/record-audit";
import type { Operation } from "../contract/operation";

/** What was refused for what it is or whose it is; slips of the pen and floods are not worth a row each. */
const worthKeeping = new Set(["forbidden", "not_found", "conflict", "limit_reached", "precondition_failed"]);

/** Writes down that somebody wanted to change something and was refused. */
export function auditRefusal(
  ctx: AnonymousCtx | Ctx,
  operation: Operation,
  params: Record<string, string>,
  error: unknown,
): void {
  if (operation.method === "GET") return;
  // By name: the class may have been loaded once per bundle.
  if (!(error instanceof Error) || error.name !== "AppError") return;
  const { code } = error as AppError;
  if (!worthKeeping.has(code)) return;
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
      "A refusal could not be written to the audit log",
    );
  }
}
