import { and, desc, eq, lt, or } from "drizzle-orm";
import { z } from "zod";
import { stores } from "@/lib/db/schema";
import type { SeenStore } from "@/lib/domain/store";
import { AppError } from "@/lib/errors";
import { storesVisibleTo } from "../access/stores-visible-to";
import type { Ctx } from "../context";
import { seeStores } from "./see-store";

export interface StorePage {
  stores: SeenStore[];
  /** Give it back for the next page; null on the last one. */
  nextCursor: string | null;
}

const defaultLimit = 50;
const cursorShape = z.tuple([z.number().int(), z.string()]);

/** The actor's stores (an admin's: all), newest first. */
export function listStores(ctx: Ctx, page: { limit?: number; cursor?: string } = {}): StorePage {
  const limit = page.limit ?? defaultLimit;
  const rows = ctx.app.db
    .select()
    .from(stores)
    .where(and(storesVisibleTo(ctx.actor), page.cursor === undefined ? undefined : olderThan(page.cursor)))
    .orderBy(desc(stores.createdAt), desc(stores.id))
    .limit(limit + 1)
    .all();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    stores: seeStores(ctx.app.db, ctx.actor, shown),
    nextCursor: rows.length > limit && last ? encodeCursor(last.createdAt, last.id) : null,
  };
}

function encodeCursor(createdAt: Date, id: string): string {
  return Buffer.from(JSON.stringify([createdAt.getTime(), id])).toString("base64url");
}

function olderThan(cursor: string) {
  const [at, id] = decodeCursor(cursor);
  const createdAt = new Date(at);
  return or(lt(stores.createdAt, createdAt), and(eq(stores.createdAt, createdAt), lt(stores.id, id)));
}

function decodeCursor(cursor: string): [number, string] {
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (cause) {
    throw new AppError("invalid", "This cursor is not one that a list gave. Start again without it.", {
      cause,
      field: "cursor",
    });
  }
}
