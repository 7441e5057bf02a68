import { eq } from "drizzle-orm";
import { users } from "@/lib/db/schema";
import { accountEmail } from "@/lib/domain/account-email";
import { recordAudit } from "@/lib/services/record-audit";
import type { AnonymousCtx } from "../app-context";
import { passwordMatches } from "./password-hash";

/**
 * The id of the account with this e-mail address and password, or null. An unknown address takes as long as a wrong
 * password, and the audit log does not distinguish them.
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
    // Users type passwords into the e-mail field by mistake, so other text is not logged.
    target: { type: "user", name: parsed.success ? parsed.data : "not an e-mail address" },
    result: "unauthenticated",
    detail: { method: "password" },
  });
  return null;
}
