import { and, eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { tokens } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { recordAudit } from "@/lib/services/record-audit";
import type { Ctx } from "../app-context";

/** Revokes an API token immediately. Throws AppError `not_found`. */
export function revokeMyToken(ctx: Ctx, id: string): void {
  const { app, actor } = ctx;
  transact(app.db, (tx) => {
    const revoked = tx
      .delete(tokens)
      .where(and(eq(tokens.id, id), eq(tokens.userId, actor.userId)))
      .returning({ name: tokens.name })
      .get();
    if (!revoked) throw new AppError("not_found", "There is no such token: it was revoked already.");
    recordAudit(tx, ctx, { action: "revokeToken", target: { type: "token", id, name: revoked.name } });
  });
  app.accessChanges.notify();
}
