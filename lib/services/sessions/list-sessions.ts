import { and, desc, eq, gt } from "drizzle-orm";
import { sessions } from "@/lib/db/schema";
import type { Ctx } from "../app-context";

/** A signed-in browser. */
export interface Session {
  id: string;
  method: string;
  address: string | null;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  /** Whether it is the session of this request. */
  current: boolean;
}

/** The account's sessions, most recently used first. */
export function listSessions({ app, actor }: Ctx): Session[] {
  return app.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, actor.userId), gt(sessions.expiresAt, new Date())))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt))
    .all()
    .map(({ userId: _, ...session }) => ({ ...session, current: session.id === actor.credential.id }));
}
