import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { storeMembers, users } from "@/lib/db/schema";
import { type StoreRow, toStore } from "@/lib/db/store-row";
import type { Store, StoreView } from "@/lib/domain/store";
import type { Ctx } from "../app-context";

/** Stores as the actor sees them, in the given order. The caller has checked that the actor may see them. */
export function toStoreViews(tx: Pick<Tx, "select">, { app, actor }: Ctx, rows: Store[]): StoreView[] {
  if (rows.length === 0) return [];
  const ownerIds = [...new Set(rows.map(({ ownerId }) => ownerId))];
  const owners = tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(inArray(users.id, ownerIds))
    .all();
  const memberships = tx
    .select({ storeId: storeMembers.storeId, role: storeMembers.role })
    .from(storeMembers)
    .where(
      and(
        eq(storeMembers.userId, actor.userId),
        inArray(
          storeMembers.storeId,
          rows.map(({ id }) => id),
        ),
      ),
    )
    .all();
  const emailOf = new Map(owners.map(({ id, email }) => [id, email]));
  const roleIn = new Map(memberships.map(({ storeId, role }) => [storeId, role]));
  return rows.map((row) => ({
    ...row,
    owner: { id: row.ownerId, email: emailOf.get(row.ownerId) ?? "" },
    role: roleIn.get(row.id) ?? null,
    update: app.findUpdate(row),
  }));
}

export function toStoreView(tx: Pick<Tx, "select">, ctx: Ctx, row: StoreRow): StoreView {
  return toStoreViews(tx, ctx, [toStore(row)])[0] as StoreView;
}
