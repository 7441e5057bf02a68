import { rmSync } from "node:fs";
import { hash, verify } from "@node-rs/argon2";
import { eq, sql } from "drizzle-orm";
import { users } from "@/lib/db/schema";
import type { Actor } from "@/lib/domain/actor";
import type { Services } from "../context";

let decoyHash: Promise<string> | undefined;

/** The account behind an e-mail and a password, or null; an unknown e-mail costs as much time as a wrong password. */
export async function verifyCredentials(
  app: Services,
  email: string,
  password: string,
): Promise<Actor | null> {
  const user = app.db
    .select()
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.trim().toLowerCase()))
    .get();
  decoyHash ??= hash("nobody's password");
  const matches = await verify(user?.passwordHash ?? (await decoyHash), password);
  if (!user || !matches || user.disabledAt !== null) return null;
  if (user.firstSignInAt === null) {
    app.db.update(users).set({ firstSignInAt: new Date() }).where(eq(users.id, user.id)).run();
    rmSync(app.settings.firstSignInFile, { force: true });
  }
  return { userId: user.id, email: user.email, role: user.role, via: "session" };
}
