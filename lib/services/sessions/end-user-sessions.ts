import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { sessions } from "@/lib/db/schema";
import { recordAudit } from "@/lib/services/record-audit";
import { assertAdmin } from "../access/assert-admin";
import { getUserRow } from "../accounts/get-user-row";
import type { Ctx } from "../app-context";

/** Ends all sessions of an account. */
export function endUserSessions(ctx: Ctx, userId: string): void {
  const { app, actor } = ctx;
  assertAdmin(actor);
  transact(app.db, (tx) => {
    const user = getUserRow(tx, userId);
    const { changes } = tx.delete(sessions).where(eq(sessions.userId, userId)).run();
    recordAudit(tx, ctx, {
      action: "endUserSessions",
      target: { type: "user", id: userId, name: user.email },
      detail: { sessions: changes },
    });
  });
  app.accessChanges.notify();
}
