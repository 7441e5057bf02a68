import { and, eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { sessions } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { recordAudit } from "@/lib/services/record-audit";
import type { Ctx } from "../app-context";

/** Ends one session of the account immediately. Throws AppError `not_found`. */
export function endSession(ctx: Ctx, id: string): void {
  const { app, actor } = ctx;
  transact(app.db, (tx) => {
    const ended = tx
      .delete(sessions)
      .where(and(eq(sessions.id, id), eq(sessions.userId, actor.userId)))
      .returning({ id: sessions.id })
      .get();
    if (!ended) throw new AppError("not_found", "This session does not exist: it has already ended.");
    recordAudit(tx, ctx, { action: "endSession", target: { type: "session", id, name: actor.email } });
  });
  app.accessChanges.notify();
}
