import { count } from "drizzle-orm";
import { stores } from "@/lib/db/schema";
import type { Phase } from "@/lib/domain/store";
import type { StoreFilter } from "@/lib/domain/store-filter";
import type { Ctx } from "../app-context";
import { matchStores } from "./match-stores";

/** Number of matching stores per phase. */
export function countStores(
  { app, actor }: Ctx,
  filter: Omit<StoreFilter, "phase"> = {},
): Map<Phase, number> {
  const rows = app.db
    .select({ phase: stores.phase, stores: count() })
    .from(stores)
    .where(matchStores(actor, filter))
    .groupBy(stores.phase)
    .all();
  return new Map(rows.map(({ phase, stores }) => [phase, stores]));
}
