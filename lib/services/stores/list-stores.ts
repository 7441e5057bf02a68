import { and, asc, desc, eq, gt, lt, or, type SQL } from "drizzle-orm";
import { z } from "zod";
import { stores } from "@/lib/db/schema";
import { storeColumns } from "@/lib/db/store-row";
import type { StoreView } from "@/lib/domain/store";
import type { StoreFilter, StoreSort } from "@/lib/domain/store-filter";
import type { Ctx } from "../app-context";
import { decodeCursor, encodeCursor } from "../page-cursor";
import { matchStores } from "./match-stores";
import { toStoreViews } from "./to-store-view";

export interface StorePage {
  stores: StoreView[];
  /** Cursor of the next page; null on the last page. */
  nextCursor: string | null;
}

interface PageRequest extends StoreFilter {
  sort?: StoreSort;
  limit?: number;
  cursor?: string;
}

const defaultLimit = 50;
const placeInTime = z.tuple([z.number().int(), z.string()]);
const placeInNames = z.tuple([z.string(), z.string()]);

/** One page of the actor's stores (for an admin: all) that match the filter; newest first by default. */
export function listStores(ctx: Ctx, page: PageRequest = {}): StorePage {
  const { limit = defaultLimit, sort = "newest", cursor } = page;
  const rows = ctx.app.db
    .select(storeColumns)
    .from(stores)
    .where(and(matchStores(ctx.actor, page), cursor === undefined ? undefined : beyond(sort, cursor)))
    .orderBy(...orders[sort])
    .limit(limit + 1)
    .all();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    stores: toStoreViews(ctx.app.db, ctx, shown),
    nextCursor: rows.length > limit && last ? encodeCursor(placeOf(sort, last)) : null,
  };
}

const orders: Record<StoreSort, SQL[]> = {
  newest: [desc(stores.createdAt), desc(stores.id)],
  oldest: [asc(stores.createdAt), asc(stores.id)],
  name: [asc(stores.name), asc(stores.id)],
};

function placeOf(sort: StoreSort, { id, name, createdAt }: { id: string; name: string; createdAt: Date }) {
  return [sort === "name" ? name : createdAt.getTime(), id];
}

/** Condition for the rows after the end of a page. */
function beyond(sort: StoreSort, cursor: string): SQL | undefined {
  if (sort === "name") {
    const [name, id] = decodeCursor(placeInNames, cursor);
    return or(gt(stores.name, name), and(eq(stores.name, name), gt(stores.id, id)));
  }
  const [at, id] = decodeCursor(placeInTime, cursor);
  const createdAt = new Date(at);
  const further = sort === "newest" ? lt : gt;
  return or(
    further(stores.createdAt, createdAt),
    and(eq(stores.createdAt, createdAt), further(stores.id, id)),
  );
}
