import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { Db } from "@/lib/db/connect";
import { sessions, tokens, users } from "@/lib/db/schema";
import type { Actor } from "@/lib/domain/actor";

/** Whether the credential of somebody who was let in would still let them in, with the same powers. */
export function isStillValid(
  app: { db: Db },
  { userId, role, credential }: Actor,
  now = new Date(),
): boolean {
  const enabled = and(eq(users.id, userId), eq(users.role, role), isNull(users.disabledAt));
  const select = app.db.select({ id: users.id }).from(users);
  const found =
    credential.kind === "session"
      ? select
          .innerJoin(sessions, eq(sessions.userId, users.id))
          .where(and(enabled, eq(sessions.id, credential.id), gt(sessions.expiresAt, now)))
          .get()
      : select
          .innerJoin(tokens, eq(tokens.userId, users.id))
          .where(
            and(
              enabled,
              eq(tokens.id, credential.id),
              or(isNull(tokens.expiresAt), gt(tokens.expiresAt, now)),
            ),
          )
          .get();
  return found !== undefined;
}
