import { rmSync } from "node:fs";
import { hash, verify } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { users } from "@/lib/db/schema";
import type { Services } from "../context";

let decoyHash: Promise<string> | undefined;

/** The id of the account behind an e-mail and a password, or null; an unknown e-mail costs as much time as a wrong password. */
export async function verifyCredentials(
  app: Services,
  email: string,
  password: string,
): Promise<string | null> {
  const user = app.db.select().from(users).where(eq(users.email, email.trim().toLowerCase())).get();
  decoyHash ??= hash("nobody's password");
  const matches = await verify(user?.passwordHash ?? (await decoyHash), password);
  if (!user?.passwordHash || !matches || user.disabledAt !== null) return null;
  if (user.lastSignInAt === null) rmSync(app.settings.firstSignInFile, { force: true });
  return user.id;
}
