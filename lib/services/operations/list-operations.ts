import { and, desc, eq, lt, or } from "drizzle-orm";
import { z } from "zod";
import { operations } from "@/lib/db/schema";
import type { OperationView } from "@/lib/domain/operation";
import { getStoreFor } from "../access/get-store-for";
import type { Ctx } from "../app-context";
import { decodeCursor, encodeCursor } from "../page-cursor";
import { toOperationView } from "./to-operation-view";

export interface OperationPage {
  operations: OperationView[];
  /** Pass it back for the next page; null on the last one. */
  nextCursor: string | null;
}

const defaultLimit = 50;
const place = z.tuple([z.number().int(), z.string()]);

/** A page of a store's operations, newest first. Throws AppError `not_found`. */
export function listOperations(
  { app, actor }: Ctx,
  name: string,
  { limit = defaultLimit, cursor }: { limit?: number; cursor?: string } = {},
): OperationPage {
  const store = getStoreFor(app.db, actor, name, "read");
  const rows = app.db
    .select()
    .from(operations)
    .where(and(eq(operations.storeId, store.id), cursor === undefined ? undefined : before(cursor)))
    .orderBy(desc(operations.createdAt), desc(operations.id))
    .limit(limit + 1)
    .all();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    operations: shown.map((row) => toOperationView(row, store.name)),
    nextCursor: rows.length > limit && last ? encodeCursor([last.createdAt.getTime(), last.id]) : null,
  };
}

/** What was queued before the last operation of the previous page. */
function before(cursor: string) {
  const [at, id] = decodeCursor(place, cursor);
  const createdAt = new Date(at);
  return or(
    lt(operations.createdAt, createdAt),
    and(eq(operations.createdAt, createdAt), lt(operations.id, id)),
  );
}
