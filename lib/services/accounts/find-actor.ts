import { and, eq, isNull } from "drizzle-orm";
import { users } from "@/lib/db/schema";
import type { Actor } from "@/lib/domain/actor";
import type { Services } from "../context";

/** The account behind a session, looked up at every request: a disabled one is out at once. */
export function findActor(app: Services, userId: string): Actor | null {
  const user = app.db
    .select()
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.disabledAt)))
    .get();
  return user ? { userId: user.id, email: user.email, role: user.role, via: "session" } : null;
}
