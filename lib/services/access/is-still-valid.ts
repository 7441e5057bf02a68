import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/connect";
import { sessions, tokens, users } from "@/lib/db/schema";
import type { Actor } from "@/lib/domain/actor";
import { isLiveSession, isLiveToken } from "./valid-credential";

/** Each open stream asks at each of its heartbeats: the questions are put to the database once, and asked again. */
const questions = new WeakMap<Db, ReturnType<typeof prepareQuestions>>();

/** Whether the credential of somebody who was let in would still let them in, with the same powers. */
export function isStillValid(
  { db }: { db: Db },
  { userId, role, credential }: Actor,
  now = new Date(),
): boolean {
  let prepared = questions.get(db);
  if (prepared === undefined) {
    prepared = prepareQuestions(db);
    questions.set(db, prepared);
  }
  return prepared[credential.kind].get({ userId, role, id: credential.id, now }) !== undefined;
}

function prepareQuestions(db: Db) {
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
