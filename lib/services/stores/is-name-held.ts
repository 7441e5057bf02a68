import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";

/** Whether a store has the name now; a failed one whose namespace is gone has given it back. */
export function isNameHeld(tx: Pick<Tx, "select">, name: string): boolean {
  const holder = tx
    .select({ id: stores.id })
    .from(stores)
    .where(and(eq(stores.name, name), isNull(stores.releasedAt)))
    .get();
  return holder !== undefined;
}
