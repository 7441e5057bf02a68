import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "./connect";
import { operations } from "./schema";

/** Condition on `operations`: it waits to be worked on, or is. */
export const isOpen = inArray(operations.state, ["queued", "running"]);

/** Whether something is being done to a store, or will be. */
export function hasOpenOperation(tx: Pick<Tx, "select">, storeId: string): boolean {
  const open = tx
    .select({ id: operations.id })
    .from(operations)
    .where(and(eq(operations.storeId, storeId), isOpen))
    .get();
  return open !== undefined;
}
