import { eq } from "drizzle-orm";
import { users } from "@/lib/db/schema";
import { accountEmail } from "@/lib/domain/account-email";
import { recordAudit } from "@/lib/services/record-audit";
import type { AnonymousCtx } from "../app-context";
import { passwordMatches } from "./password-hash";

/**
 * The id of the account behind an e-mail and a password, or null. An unknown e-mail costs as much time as a wrong
 * password, and the audit log does not say which of the two it was.
 */
export async function verifyCredentials(
  ctx: AnonymousCtx,
  email: string,
  password: string,
): Promise<string | null> {
  const { db } = ctx.app;
  const parsed = accountEmail.safeParse(email.trim());
  const user = parsed.success ? db.select().from(users).where(eq(users.email, parsed.data)).get() : undefined;
  const matches = await passwordMatches(user?.passwordHash ?? null, password);
  if (matches && user?.disabledAt === null) return user.id;
  recordAudit(db, ctx, {
    action: "signIn",
    // Many a password was typed into the field for the e-mail: what is none is not kept.
    target: { type: "user", name: parsed.success ? parsed.data : "not an e-mail address" },
    result: "unauthenticated",
    detail: { method: "password" },
  });
  return null;
}
