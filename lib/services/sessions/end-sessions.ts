import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { sessions } from "@/lib/db/schema";
import { recordAudit } from "@/lib/services/record-audit";
import type { Ctx } from "../app-context";

/** Ends all sessions of the account, including the current one. */
export function endSessions(ctx: Ctx): void {
  const { app, actor } = ctx;
  transact(app.db, (tx) => {
    const { changes } = tx.delete(sessions).where(eq(sessions.userId, actor.userId)).run();
    recordAudit(tx, ctx, {
      action: "endSessions",
      target: { type: "user", id: actor.userId, name: actor.email },
      detail: { sessions: changes },
    });
  });
  app.accessChanges.notify();
}
