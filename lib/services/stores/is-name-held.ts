import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";

/** Whether a store holds the name now. A failed store whose namespace is gone has released it. */
export function isNameHeld(tx: Pick<Tx, "select">, name: string): boolean {
  const holder = tx
    .select({ id: stores.id })
    .from(stores)
    .where(and(eq(stores.name, name), isNull(stores.releasedAt)))
    .get();
  return holder !== undefined;
}
