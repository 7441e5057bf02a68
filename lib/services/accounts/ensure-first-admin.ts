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
 * Creates the first admin where ADMIN_PASSWORD is set and there is no admin. Without ADMIN_PASSWORD it creates a set-up
 * link, a new one at each start.
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

/** The oldest admin whose account is not disabled; with `email`, the admin with that address. */
export function findFirstAdmin(
  tx: Pick<Tx, "select">,
  email?: string,
): { id: string; email: string } | undefined {
  return tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(
      and(
        eq(users.role, "admin"),
        isNull(users.disabledAt),
        email === undefined ? undefined : eq(users.email, email),
      ),
    )
    .orderBy(asc(users.createdAt))
    .limit(1)
    .get();
}
