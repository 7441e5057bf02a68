import type { stores } from "@/lib/db/schema";
import type { Store } from "@/lib/domain/store";

export type StoreRow = typeof stores.$inferSelect;

export function toStore(row: StoreRow): Store {
  const { releasedAt: _r, provenDigest: _p, applied: _a, diagnosis: _d, ...store } = row;
  return store;
}
