import { and, eq, gt } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { handovers, stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";

/**
 * The store of an open offer to the caller. Throws AppError `not_found`, also if the offer expired or is for another
 * account.
 */
export function getOffer(tx: Pick<Tx, "select">, actor: Actor, id: string): StoreRow {
  const offered = tx
    .select({ store: stores })
    .from(handovers)
    .innerJoin(stores, eq(stores.id, handovers.storeId))
    .where(
      and(eq(handovers.id, id), eq(handovers.toUserId, actor.userId), gt(handovers.expiresAt, new Date())),
    )
    .get();
  if (offered) return offered.store;
  throw new AppError(
    "not_found",
    "This offer does not exist: it expired or was withdrawn. Ask the store's owner for a new one.",
  );
}
