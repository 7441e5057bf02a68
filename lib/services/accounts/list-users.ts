import { and, asc, gt, sql } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/lib/db/schema";
import { assertAdmin } from "../access/assert-admin";
import type { Ctx } from "../app-context";
import { decodeCursor, encodeCursor } from "../page-cursor";
import { type Account, toAccountViews } from "./to-account-view";

export interface UserPage {
  users: Account[];
  /** Cursor of the next page; null on the last page. */
  nextCursor: string | null;
}

const defaultLimit = 50;

/** The accounts of the installation, by e-mail address; `q` matches part of the address. */
export function listUsers(
  { app, actor }: Ctx,
  page: { limit?: number; cursor?: string; q?: string } = {},
): UserPage {
  assertAdmin(actor);
  const limit = page.limit ?? defaultLimit;
  const after = page.cursor === undefined ? undefined : decodeCursor(z.string(), page.cursor);
  const rows = app.db
    .select()
    .from(users)
    .where(
      and(
        after === undefined ? undefined : gt(users.email, after),
        // Not LIKE: the search text is not a pattern.
        page.q === undefined ? undefined : sql`instr(${users.email}, ${page.q.toLowerCase()}) > 0`,
      ),
    )
    .orderBy(asc(users.email))
    .limit(limit + 1)
    .all();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    users: toAccountViews(app.db, shown),
    nextCursor: rows.length > limit && last ? encodeCursor(last.email) : null,
  };
}
