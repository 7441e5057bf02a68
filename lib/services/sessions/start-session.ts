import { randomUUID } from "node:crypto";
import { and, eq, isNull, lt } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { sessions, users } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { recordAudit } from "@/lib/services/record-audit";
import type { AnonymousCtx } from "../app-context";

export const sessionMaxAgeMs = 14 * 24 * 60 * 60 * 1_000;

/**
 * Starts a session of an account that was authenticated by `method` (`password` or a provider's id). Returns the
 * session's id for the cookie.
 */
export function startSession(ctx: AnonymousCtx, account: { userId: string; method: string }): string {
  const { db } = ctx.app;
  const id = randomUUID();
  const now = new Date();
  transact(db, (tx) => {
    const user = tx
      .update(users)
      .set({ lastSignInAt: now })
      .where(and(eq(users.id, account.userId), isNull(users.disabledAt)))
      .returning({ id: users.id, email: users.email, role: users.role })
      .get();
    if (!user) throw new AppError("forbidden", "This account is disabled. Ask an admin to enable it again.");
    tx.delete(sessions).where(lt(sessions.expiresAt, now)).run();
    tx.insert(sessions)
      .values({
        id,
        userId: user.id,
        method: account.method,
        address: ctx.origin.address,
        userAgent: ctx.origin.userAgent,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + sessionMaxAgeMs),
      })
      .run();
    const credential = { kind: "session", id, scope: "admin" } as const;
    const actor = { userId: user.id, email: user.email, role: user.role, credential };
    recordAudit(
      tx,
      { ...ctx, actor },
      {
        action: "signIn",
        target: { type: "session", id, name: user.email },
        detail: { method: account.method },
      },
    );
  });
  return id;
}
