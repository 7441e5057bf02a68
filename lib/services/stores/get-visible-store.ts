import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";

/**
 * The one rule of who may see and touch a store: its owner, and admins. To everybody else it does not
 * exist. Where a failed store and its successor share a name, the name means the one that holds it.
 */
export function getVisibleStore(tx: Tx, actor: Actor, name: string): StoreRow {
  const visible = actor.role === "admin" ? undefined : eq(stores.ownerId, actor.userId);
  const row = tx
    .select()
    .from(stores)
    .where(and(eq(stores.name, name), visible))
    .orderBy(desc(isNull(stores.releasedAt)), desc(stores.createdAt), sql`rowid desc`)
    .limit(1)
    .get();
  if (!row) throw new AppError("not_found", `There is no store called “${name}”.`);
  return row;
}
