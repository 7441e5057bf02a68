import { and, eq, inArray } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import { runningPhases } from "@/lib/domain/store";
import { hasExclusiveOperation } from "@/lib/operations/has-exclusive-operation";

/** Stores that were ready and are not being deleted. */
export const wasReady = and(eq(stores.desired, "ready"), inArray(stores.phase, runningPhases));

/** The store of a namespace, if it was ready. */
export function findRunningStore(db: Db | Tx, namespace: string): StoreRow | undefined {
  const name = namespace.replace(/^store-/, "");
  return db
    .select()
    .from(stores)
    .where(and(eq(stores.name, name), wasReady))
    .get();
}

/** The store of a namespace, if it was ready and has no open operation, which reports the store's state itself. */
export function findQuietStore(tx: Db | Tx, namespace: string): StoreRow | undefined {
  const row = findRunningStore(tx, namespace);
  return row && !hasExclusiveOperation(tx, row.id) ? row : undefined;
}
