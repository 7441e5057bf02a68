import { getTableColumns } from "drizzle-orm";
import { stores } from "@/lib/db/schema";
import type { Store } from "@/lib/domain/store";

export type StoreRow = typeof stores.$inferSelect;

const {
  releasedAt: _released,
  verifiedDigest: _proven,
  applied: _applied,
  update: _update,
  diagnosis: _diagnosis,
  ...shown
} = getTableColumns(stores);

/** The columns of what a store is to its users. The rest is the loop's own, and long: a list does without reading it. */
export const storeColumns = shown;

export function toStore(row: StoreRow): Store {
  const { releasedAt: _r, verifiedDigest: _p, applied: _a, update: _u, diagnosis: _d, ...store } = row;
  return store;
}
