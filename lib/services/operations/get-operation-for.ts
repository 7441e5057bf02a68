import { eq } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import type { OperationRow } from "@/lib/db/operation-row";
import { operations } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Actor } from "@/lib/domain/actor";
import type { StoreVerb } from "@/lib/domain/store-role";
import { AppError, isAppError } from "@/lib/errors";
import { getStoreById } from "../access/get-store-for";

/**
 * An operation and its store, for an actor whose role in the store allows the verb. An operation of a store that they
 * are no member of does not exist for them. Throws AppError `not_found` or `forbidden`.
 */
export function getOperationFor(
  tx: Pick<Tx, "select">,
  actor: Actor,
  id: string,
  verb: StoreVerb,
): { operation: OperationRow; store: StoreRow } {
  const operation = tx.select().from(operations).where(eq(operations.id, id)).get();
  if (!operation) throw noSuchOperation();
  try {
    return { operation, store: getStoreById(tx, actor, operation.storeId, verb) };
  } catch (error) {
    throw isAppError(error) && error.code === "not_found" ? noSuchOperation() : error;
  }
}

function noSuchOperation(): AppError {
  return new AppError("not_found", "There is no such operation.");
}
