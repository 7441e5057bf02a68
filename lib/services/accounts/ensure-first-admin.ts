import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { hash } from "@node-rs/argon2";
import { asc, count, eq } from "drizzle-orm";
import { type Db, transact } from "@/lib/db/connect";
import { users } from "@/lib/db/schema";
import type { Settings } from "@/lib/env";

/**
 * Makes the first admin of an empty installation. A generated password is written to a file that only this
 * account of the machine can read; the first sign-in removes it.
 */
export async function ensureFirstAdmin(db: Db, settings: Settings): Promise<void> {
  if (findFirstAdmin(db)) return;
  const password = settings.admin.password ?? randomBytes(15).toString("base64url");
  const passwordHash = await hash(password);
  if (settings.admin.password === undefined) {
    mkdirSync(dirname(settings.firstSignInFile), { recursive: true, mode: 0o700 });
    writeFileSync(settings.firstSignInFile, `${settings.admin.email}\n${password}\n`, { mode: 0o600 });
  }
  transact(db, (tx) => {
    if ((tx.select({ n: count() }).from(users).get()?.n ?? 0) > 0) return;
    tx.insert(users)
      .values({
        id: randomUUID(),
        email: settings.admin.email.toLowerCase(),
        passwordHash,
        role: "admin",
        createdAt: new Date(),
      })
      .run();
  });
}

/** The oldest admin: whose token `npm run token` makes. */
export function findFirstAdmin(db: Db): { id: string; email: string } | undefined {
  return db
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(eq(users.role, "admin"))
    .orderBy(asc(users.createdAt))
    .limit(1)
    .get();
}
