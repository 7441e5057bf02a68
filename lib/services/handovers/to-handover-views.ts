import { and, desc, eq, gt, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Tx } from "@/lib/db/connect";
import { handovers, stores, users } from "@/lib/db/schema";
import type { Actor } from "@/lib/domain/actor";
import type { StoreType } from "@/lib/domain/store";

/** An offer to hand a store over to another account. */
export interface Handover {
  id: string;
  store: { id: string; name: string; title: string; type: StoreType; plan: string };
  /** E-mail addresses. */
  from: string;
  to: string;
  /** Whether the caller is the recipient. */
  toMe: boolean;
  createdAt: Date;
  expiresAt: Date;
}

/** The open offers that match the condition, newest first. */
export function toHandoverViews(
  tx: Pick<Tx, "select">,
  actor: Actor,
  condition: SQL | undefined,
  now = new Date(),
): Handover[] {
  const from = alias(users, "from_user");
  const to = alias(users, "to_user");
  return tx
    .select({ handover: handovers, store: stores, from: from.email, to: to.email })
    .from(handovers)
    .innerJoin(stores, eq(stores.id, handovers.storeId))
    .innerJoin(from, eq(from.id, handovers.fromUserId))
    .innerJoin(to, eq(to.id, handovers.toUserId))
    .where(and(condition, gt(handovers.expiresAt, now)))
    .orderBy(desc(handovers.createdAt), desc(handovers.id))
    .all()
    .map(({ handover, store, ...addresses }) => ({
      id: handover.id,
      store: {
        id: store.id,
        name: store.name,
        title: store.config.title,
        type: store.type,
        plan: store.plan,
      },
      ...addresses,
      toMe: handover.toUserId === actor.userId,
      createdAt: handover.createdAt,
      expiresAt: handover.expiresAt,
    }));
}
