import { and, asc, eq, isNull } from "drizzle-orm";
import { type Db, type Tx, transact } from "@/lib/db/connect";
import { users } from "@/lib/db/schema";
import type { Settings } from "@/lib/env";
import { assertGoodPassword } from "./assert-good-password";
import { insertAccount } from "./insert-account";
import { needsSetUp } from "./needs-set-up";
import { hashPassword } from "./password-hash";
import { forgetSetUpLink, makeSetUpLink } from "./set-up-link";

/**
 * Ensures that an installation without an admin gets one: from the settings if they contain a password, otherwise by a
 * set-up link that each start creates.
 */
export async function ensureFirstAdmin(db: Db, settings: Settings): Promise<void> {
  const { email, password } = settings.admin;
  if (needsSetUp(db)) {
    if (password === undefined) return makeSetUpLink(db, settings);
    await assertGoodPassword(password, email, "ADMIN_PASSWORD");
    const passwordHash = await hashPassword(password);
    transact(db, (tx) => {
      if (needsSetUp(tx)) insertAccount(tx, { email, passwordHash, role: "admin" });
    });
  }
  forgetSetUpLink(db, settings);
}

/** The oldest admin that is not disabled; `npm run token` creates this admin's token. */
export function findFirstAdmin(tx: Pick<Tx, "select">): { id: string; email: string } | undefined {
  return tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.disabledAt)))
    .orderBy(asc(users.createdAt))
    .limit(1)
    .get();
}
