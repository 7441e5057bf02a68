import { and, eq, gt, inArray, notExists, or } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { operations } from "@/lib/db/schema";
import type { Ctx } from "../app-context";

/**
 * Why the latest operation of each store failed, by store id; stores whose latest operation did not fail are missing. The
 * caller has checked that the actor may see the stores.
 */
export function listLastFailures({ app }: Ctx, storeIds: string[]): Map<string, string> {
  if (storeIds.length === 0) return new Map();
  const later = alias(operations, "later");
  const isLater = or(
    gt(later.createdAt, operations.createdAt),
    and(eq(later.createdAt, operations.createdAt), gt(later.id, operations.id)),
  );
  const rows = app.db
    .select({ storeId: operations.storeId, cause: operations.cause })
    .from(operations)
    .where(
      and(
        inArray(operations.storeId, storeIds),
        eq(operations.state, "failed"),
        notExists(
          app.db
            .select({ id: later.id })
            .from(later)
            .where(and(eq(later.storeId, operations.storeId), isLater)),
        ),
      ),
    )
    .all();
  return new Map(rows.flatMap(({ storeId, cause }) => (cause ? [[storeId, cause.message]] : [])));
}
