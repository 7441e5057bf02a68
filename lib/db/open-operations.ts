import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "./connect";
import { operations } from "./schema";

/** Condition on `operations`: it is queued or runs. */
export const isOpen = inArray(operations.state, ["queued", "running"]);

/** Id of the open operation of a kind on a store; null where there is none. */
export function findOpenOperation(tx: Pick<Tx, "select">, storeId: string, kind: string): string | null {
  const open = tx
    .select({ id: operations.id })
    .from(operations)
    .where(and(eq(operations.storeId, storeId), eq(operations.kind, kind), isOpen))
    .orderBy(desc(operations.createdAt))
    .get();
  return open?.id ?? null;
}
