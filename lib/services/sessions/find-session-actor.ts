import { and, eq } from "drizzle-orm";
import type { Db } from "@/lib/db/connect";
import { sessions, users } from "@/lib/db/schema";
import type { Actor } from "@/lib/domain/actor";
import { isLiveSession } from "../access/valid-credential";

/** The last use is written at most once per minute, so that most requests only read. */
const lastSeenStepMs = 60_000;

/**
 * The account of a session. It is read at every request, so that a revoked session or a disabled account loses access
 * immediately.
 */
export function findSessionActor(app: { db: Db }, sessionId: string, now = new Date()): Actor | null {
  const found = app.db
    .select({ user: users, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), isLiveSession(now)))
    .get();
  if (!found) return null;
  if (now.getTime() - found.lastSeenAt.getTime() > lastSeenStepMs) {
    app.db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, sessionId)).run();
  }
  const { id, email, role } = found.user;
  return { userId: id, email, role, credential: { kind: "session", id: sessionId, scope: "admin" } };
}
