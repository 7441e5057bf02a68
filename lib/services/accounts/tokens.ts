import { createHash, randomBytes, randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "@/lib/db/connect";
import { tokens, users } from "@/lib/db/schema";
import type { Actor } from "@/lib/domain/actor";

/** A use is written down once a minute at most: reads stay reads. */
const lastUseStepMs = 60_000;

/** Makes an API token; the answer is the only place where it can ever be read. */
export function createToken(app: { db: Db }, userId: string, name: string): { token: string } {
  const token = `sy_${randomBytes(32).toString("base64url")}`;
  app.db
    .insert(tokens)
    .values({ id: randomUUID(), userId, name, hash: hashToken(token), createdAt: new Date() })
    .run();
  return { token };
}

/** The account behind an API token, or null. */
export function authenticateToken(app: { db: Db }, token: string): Actor | null {
  const found = app.db
    .select({ token: tokens, user: users })
    .from(tokens)
    .innerJoin(users, eq(users.id, tokens.userId))
    .where(and(eq(tokens.hash, hashToken(token)), isNull(users.disabledAt)))
    .get();
  if (!found) return null;
  const now = new Date();
  if (now.getTime() - (found.token.lastUsedAt?.getTime() ?? 0) > lastUseStepMs) {
    app.db.update(tokens).set({ lastUsedAt: now }).where(eq(tokens.id, found.token.id)).run();
  }
  return { userId: found.user.id, email: found.user.email, role: found.user.role, via: "token" };
}

function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
