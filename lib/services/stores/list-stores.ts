import { and, desc, eq, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { stores, users } from "@/lib/db/schema";
import type { Phase, SeenStore, StoreType } from "@/lib/domain/store";
import { storesVisibleTo } from "../access/stores-visible-to";
import type { Ctx } from "../context";
import { decodeCursor, encodeCursor } from "../page-cursor";
import { seeStores } from "./see-store";

export interface StoreFilter {
  phase?: Phase;
  type?: StoreType;
  plan?: string;
  /** The owner's e-mail address. */
  owner?: string;
  /** Part of the name or the title. */
  q?: string;
}

export interface StorePage {
  stores: SeenStore[];
  /** Give it back for the next page; null on the last one. */
  nextCursor: string | null;
}

const defaultLimit = 50;
const place = z.tuple([z.number().int(), z.string()]);

/** The actor's stores (an admin's: all) that the filter leaves, newest first. */
export function listStores(
  ctx: Ctx,
  page: StoreFilter & { limit?: number; cursor?: string } = {},
): StorePage {
  const limit = page.limit ?? defaultLimit;
  const rows = ctx.app.db
    .select()
    .from(stores)
    .where(
      and(
        storesVisibleTo(ctx.actor),
        ...matching(page),
        page.cursor === undefined ? undefined : olderThan(page.cursor),
      ),
    )
    .orderBy(desc(stores.createdAt), desc(stores.id))
    .limit(limit + 1)
    .all();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    stores: seeStores(ctx.app.db, ctx.actor, shown),
    nextCursor: rows.length > limit && last ? encodeCursor([last.createdAt.getTime(), last.id]) : null,
  };
}

function matching({ phase, type, plan, owner, q }: StoreFilter): SQL[] {
  const conditions: SQL[] = [];
  if (phase !== undefined) conditions.push(eq(stores.phase, phase));
  if (type !== undefined) conditions.push(eq(stores.type, type));
  if (plan !== undefined) conditions.push(eq(stores.plan, plan));
  if (owner !== undefined) {
    conditions.push(
      sql`${stores.ownerId} = (select ${users.id} from ${users} where ${users.email} = ${owner.trim().toLowerCase()})`,
    );
  }
  if (q !== undefined && q !== "") {
    // Not LIKE: what somebody searches for is no pattern.
    const title = sql`json_extract(${stores.config}, '$.title')`;
    conditions.push(
      sql`(instr(${stores.name}, ${q.toLowerCase()}) > 0 or instr(lower(${title}), lower(${q})) > 0)`,
    );
  }
  return conditions;
}

function olderThan(cursor: string): SQL | undefined {
  const [at, id] = decodeCursor(place, cursor);
  const createdAt = new Date(at);
  return or(lt(stores.createdAt, createdAt), and(eq(stores.createdAt, createdAt), lt(stores.id, id)));
}
