import { getTableColumns } from "drizzle-orm";
import { stores } from "@/lib/db/schema";
import type { Store } from "@/lib/domain/store";

export type StoreRow = typeof stores.$inferSelect;

const {
  releasedAt: _released,
  verifiedDigest: _verified,
  applied: _applied,
  diagnosis: _diagnosis,
  finding: _finding,
  applying: _applying,
  refusal: _refusal,
  load: _load,
  ...shown
} = getTableColumns(stores);

/** The columns that users see. The others are long and belong to the control loop: lists do not read them. */
export const storeColumns = shown;

export function toStore(row: StoreRow): Store {
  const {
    releasedAt: _r,
    verifiedDigest: _p,
    applied: _a,
    diagnosis: _d,
    finding: _f,
    applying: _n,
    refusal: _c,
    load: _l,
    ...store
  } = row;
  return store;
}
