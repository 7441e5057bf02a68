import { and, eq, ne } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import { links, sessions, users } from "@/lib/db/schema";
import { recordAudit } from "@/lib/services/record-audit";
import type { Ctx } from "../app-context";
import { assertGoodPassword } from "./assert-good-password";
import { assertOwnPassword } from "./assert-own-password";
import { hashPassword } from "./password-hash";

/**
 * Sets the password of the signed-in account, or its first one if it signed in with a provider. Ends the account's
 * other sessions and voids its open password links.
 */
export async function changePassword(
  ctx: Ctx,
  asked: { currentPassword?: string; newPassword: string },
): Promise<void> {
  const { app, actor } = ctx;
  await assertOwnPassword(ctx, asked.currentPassword, "currentPassword");
  await assertGoodPassword(asked.newPassword, actor.email, "newPassword");
  const passwordHash = await hashPassword(asked.newPassword);
  transact(app.db, (tx) => {
    tx.update(users).set({ passwordHash }).where(eq(users.id, actor.userId)).run();
    tx.delete(sessions)
      .where(and(eq(sessions.userId, actor.userId), ne(sessions.id, actor.credential.id)))
      .run();
    tx.delete(links)
      .where(and(eq(links.kind, "password"), eq(links.email, actor.email)))
      .run();
    recordAudit(tx, ctx, {
      action: "changePassword",
      target: { type: "user", id: actor.userId, name: actor.email },
    });
  });
  app.accessChanges.notify();
}
