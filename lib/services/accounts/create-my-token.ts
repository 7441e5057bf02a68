import { transact } from "@/lib/db/connect";
import type { Scope } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";
import { recordAudit } from "@/lib/services/record-audit";
import type { Ctx } from "../app-context";
import type { ApiToken } from "./list-my-tokens";
import { createToken } from "./tokens";

const dayMs = 24 * 60 * 60 * 1_000;

/** Creates an API token for the signed-in account. Only this answer contains the secret. */
export function createMyToken(
  ctx: Ctx,
  asked: { name: string; scope: Scope; expiresInDays: number | null },
): { token: ApiToken; secret: string } {
  const { app, actor } = ctx;
  if (asked.scope === "admin" && actor.role !== "admin") {
    throw new AppError("forbidden", "You are no admin here: choose the scope read or write.", {
      field: "scope",
    });
  }
  const { name, scope, expiresInDays } = asked;
  const expiresAt = expiresInDays === null ? null : new Date(Date.now() + expiresInDays * dayMs);
  return transact(app.db, (tx) => {
    const { row, token: secret } = createToken({ db: tx }, actor.userId, { name, scope, expiresAt });
    recordAudit(tx, ctx, {
      action: "createToken",
      target: { type: "token", id: row.id, name },
      detail: { scope, prefix: row.prefix, expiresInDays },
    });
    return { token: row, secret };
  });
}
