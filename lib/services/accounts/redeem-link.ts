import { and, eq, isNull } from "drizzle-orm";
import { type Tx, transact } from "@/lib/db/connect";
import { links, sessions, users } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { recordAudit } from "@/lib/services/record-audit";
import type { AnonymousCtx, Ctx } from "../app-context";
import { assertGoodPassword } from "./assert-good-password";
import { insertAccount } from "./insert-account";
import { getOpenLink, type LinkRow } from "./links";
import { needsSetUp } from "./needs-set-up";
import { hashPassword } from "./password-hash";
import { forgetSetUpLink } from "./set-up-link";
import type { UserRow } from "./to-account-view";

/**
 * Redeems a link, once: creates the first admin or the invited account, or sets a new password and ends all sessions
 * of the account. Returns the account that can now sign in. Throws AppError `not_found` for a link that is no longer
 * valid.
 */
export async function redeemLink(
  ctx: AnonymousCtx | Ctx,
  asked: { secret: string; email?: string; password: string },
): Promise<{ email: string }> {
  const { app } = ctx;
  // Checked first, so that an invalid link costs no password hash.
  const link = getOpenLink(app.db, asked.secret);
  const email = link.email ?? asked.email;
  if (email === undefined) throw new AppError("invalid", "Enter your e-mail address.", { field: "email" });
  await assertGoodPassword(asked.password, email, "password");
  const passwordHash = await hashPassword(asked.password);
  transact(app.db, (tx) => {
    // Checked again: hashing takes a while, and a link is valid once.
    getOpenLink(tx, asked.secret);
    const account =
      link.kind === "password"
        ? resetPassword(tx, email, passwordHash)
        : admit(tx, link, { email, passwordHash });
    tx.update(links).set({ usedAt: new Date() }).where(eq(links.id, link.id)).run();
    recordAudit(tx, ctx, {
      action: "redeemLink",
      target: { type: "user", id: account.id, name: account.email },
      link: link.id,
      detail: { kind: link.kind, role: account.role },
    });
  });
  if (link.kind === "setup") forgetSetUpLink(app.db, app.settings);
  app.accessChanges.notify();
  return { email };
}

function admit(tx: Tx, link: LinkRow, account: { email: string; passwordHash: string }): UserRow {
  if (link.kind === "setup" && !needsSetUp(tx)) {
    throw new AppError("conflict", "Storeyard has an admin already. Sign in, or ask them to invite you.");
  }
  return insertAccount(tx, { ...account, role: link.role });
}

function resetPassword(tx: Tx, email: string, passwordHash: string): UserRow {
  const account = tx
    .update(users)
    .set({ passwordHash, selfRegistered: false })
    .where(and(eq(users.email, email), isNull(users.disabledAt)))
    .returning()
    .get();
  if (!account) throw new AppError("forbidden", "This account is disabled. Ask an admin to enable it again.");
  tx.delete(sessions).where(eq(sessions.userId, account.id)).run();
  return account;
}
