import { and, eq, gt } from "drizzle-orm";
import type { Tx } from "@/lib/db/connect";
import { handovers, stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { Actor } from "@/lib/domain/actor";
import { AppError } from "@/lib/errors";

/** The store of an open offer to the asker. Throws AppError `not_found`, also for one that ran out or is another's. */
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
    "There is no such offer: it ran out or was taken back. Ask the store's owner for a new one.",
  );
}
