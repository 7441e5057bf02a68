import { and, eq, notInArray } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { isOpen } from "@/lib/db/open-operations";
import { operations } from "@/lib/db/schema";
import { kinds } from "./kinds";

const readOnlyKinds = kinds.filter(({ isReadOnly }) => isReadOnly).map(({ name }) => name);

/** Whether an operation of a store is queued or runs that no other may run beside. */
export function hasExclusiveOperation(tx: Pick<Tx, "select">, storeId: string): boolean {
  const open = tx
    .select({ id: operations.id })
    .from(operations)
    .where(and(eq(operations.storeId, storeId), isOpen, notInArray(operations.kind, readOnlyKinds)))
    .get();
  return open !== undefined;
}
