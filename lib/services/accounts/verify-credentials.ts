import { eq } from "drizzle-orm";
import { users } from "@/lib/db/schema";
import type { Services } from "../context";
import { passwordMatches } from "./password-hash";

/** The id of the account behind an e-mail and a password, or null; an unknown e-mail costs as much time as a wrong password. */
export async function verifyCredentials(
  app: Services,
  email: string,
  password: string,
): Promise<string | null> {
  const user = app.db.select().from(users).where(eq(users.email, email.trim().toLowerCase())).get();
  const matches = await passwordMatches(user?.passwordHash ?? null, password);
  return matches && user?.disabledAt === null ? user.id : null;
}
