import { desc, eq } from "drizzle-orm";
import { tokens } from "@/lib/db/schema";
import type { Ctx } from "../app-context";

/** An API token without its secret, which is not stored. */
export type ApiToken = Omit<typeof tokens.$inferSelect, "hash" | "userId">;

/** The account's API tokens, newest first. Expired tokens are listed until they are revoked. */
export function listMyTokens({ app, actor }: Ctx): ApiToken[] {
  return app.db
    .select()
    .from(tokens)
    .where(eq(tokens.userId, actor.userId))
    .orderBy(desc(tokens.createdAt), desc(tokens.id))
    .all()
    .map(({ hash: _h, userId: _u, ...token }) => token);
}
