import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/connect";
import { sessions, tokens, users } from "@/lib/db/schema";
import type { Actor } from "@/lib/domain/actor";
import { isLiveSession, isLiveToken } from "./valid-credential";

/** Open streams run these queries at each heartbeat, so they are prepared once per database. */
const queries = new WeakMap<Db, ReturnType<typeof prepareQueries>>();

/** Whether a credential is still valid, with the same role. */
export function isStillValid(
  { db }: { db: Db },
  { userId, role, credential }: Actor,
  now = new Date(),
): boolean {
  let prepared = queries.get(db);
  if (prepared === undefined) {
    prepared = prepareQueries(db);
    queries.set(db, prepared);
  }
  return prepared[credential.kind].get({ userId, role, id: credential.id, now }) !== undefined;
}

function prepareQueries(db: Db) {
  const sameAccount = and(eq(users.id, sql.placeholder("userId")), eq(users.role, sql.placeholder("role")));
  const now = sql.param(sql.placeholder("now"), tokens.expiresAt);
  const id = sql.placeholder("id");
  const select = () => db.select({ id: users.id }).from(users);
  return {
    session: select()
      .innerJoin(sessions, eq(sessions.userId, users.id))
      .where(and(sameAccount, eq(sessions.id, id), isLiveSession(now)))
      .prepare(),
    token: select()
      .innerJoin(tokens, eq(tokens.userId, users.id))
      .where(and(sameAccount, eq(tokens.id, id), isLiveToken(now)))
      .prepare(),
  };
}
