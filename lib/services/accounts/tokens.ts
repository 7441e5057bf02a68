import { createHash, randomBytes, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/connect";
import { tokens, users } from "@/lib/db/schema";
import type { Actor, Scope } from "@/lib/domain/actor";
import { isLiveToken } from "../access/valid-credential";

/** The last use is written at most once per minute, so that most requests only read. */
const lastUseStepMs = 60_000;

/** Long enough to recognise a token, too short to guess the rest. */
const prefixLength = 9;

/** Creates an API token. Only this answer contains the secret. */
export function createToken(
  app: { db: Pick<Tx, "insert"> },
  userId: string,
  asked: { name: string; scope: Scope; expiresAt?: Date | null },
): { row: typeof tokens.$inferSelect; token: string } {
  const token = `sy_${randomBytes(32).toString("base64url")}`;
  const row = app.db
    .insert(tokens)
    .values({
      id: randomUUID(),
      userId,
      name: asked.name,
      scope: asked.scope,
      hash: hashToken(token),
      prefix: token.slice(0, prefixLength),
      createdAt: new Date(),
      expiresAt: asked.expiresAt ?? null,
    })
    .returning()
    .get();
  return { row, token };
}

/** The account behind an API token, or null. */
export function authenticateToken(app: { db: Db }, token: string, now = new Date()): Actor | null {
  const found = app.db
    .select({ token: tokens, user: users })
    .from(tokens)
    .innerJoin(users, eq(users.id, tokens.userId))
    .where(and(eq(tokens.hash, hashToken(token)), isLiveToken(now)))
    .get();
  if (!found) return null;
  if (now.getTime() - (found.token.lastUsedAt?.getTime() ?? 0) > lastUseStepMs) {
    app.db.update(tokens).set({ lastUsedAt: now }).where(eq(tokens.id, found.token.id)).run();
  }
  const { id, email, role } = found.user;
  return {
    userId: id,
    email,
    role,
    credential: { kind: "token", id: found.token.id, scope: found.token.scope },
  };
}

function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
