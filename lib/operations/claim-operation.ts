import { and, asc, eq, inArray, isNull, lte, or } from "drizzle-orm";
import { type Db, transact } from "@/lib/db/connect";
import { isOpen } from "@/lib/db/open-operations";
import type { OperationRow } from "@/lib/db/operation-row";
import { operations, stores } from "@/lib/db/schema";
import type { OperationKind } from "@/lib/domain/store-event";
import type { EventLog } from "@/lib/events/event-log";
import { leaseMs } from "./leases";

export interface Claimant {
  /** Names this process, so that a later one can tell whether it lives. */
  owner: string;
  createDeadlineMs: number;
  /** What it has a hand free for. */
  kinds: readonly OperationKind[];
}

/**
 * Takes the next operation of the claimant's kinds under a lease, or null: fairly between owners (who has least of them
 * running goes first, then who waited longest), one at a time for each store, whatever its kind.
 */
export function claimOperation(
  db: Db,
  events: EventLog,
  claimant: Claimant,
  now = new Date(),
): OperationRow | null {
  if (!mayHaveWork(db, claimant.kinds, now)) return null;
  return transact(db, (tx) => {
    const open = tx.select().from(operations).where(isOpen).orderBy(asc(operations.createdAt)).all();
    const held = open.filter((operation) => isHeld(operation, now));
    const busyStores = new Set(held.map(({ storeId }) => storeId));
    const load = new Map<string, number>();
    for (const { ownerId, kind } of held) {
      if (claimant.kinds.includes(kind)) load.set(ownerId, (load.get(ownerId) ?? 0) + 1);
    }
    // The oldest of a store goes first: a delete waits for the create that it cancelled to stop.
    const firstOfStore = new Map<string, OperationRow>();
    for (const operation of open) {
      if (!firstOfStore.has(operation.storeId)) firstOfStore.set(operation.storeId, operation);
    }
    const claimable = [...firstOfStore.values()].filter(
      ({ storeId, kind }) => claimant.kinds.includes(kind) && !busyStores.has(storeId),
    );
    const chosen = claimable.sort((a, b) => (load.get(a.ownerId) ?? 0) - (load.get(b.ownerId) ?? 0))[0];
    if (!chosen) return null;
    const claimed = tx
      .update(operations)
      .set({
        state: "running",
        attempt: chosen.attempt + 1,
        leaseOwner: claimant.owner,
        leaseUntil: new Date(now.getTime() + leaseMs),
        startedAt: chosen.startedAt ?? now,
        deadline: chosen.deadline ?? new Date(now.getTime() + claimant.createDeadlineMs),
      })
      .where(eq(operations.id, chosen.id))
      .returning()
      .get();
    const store = tx.select().from(stores).where(eq(stores.id, chosen.storeId)).get();
    if (store) {
      events.append(tx, store, {
        operationId: claimed.id,
        message:
          claimed.attempt === 1
            ? `The ${claimed.kind} of ${store.name} began`
            : `The ${claimed.kind} of ${store.name} goes on after an interruption`,
        detail: { kind: "operation.started", operation: claimed.kind, attempt: claimed.attempt },
      });
    }
    return claimed;
  });
}

/** Asked at every wake-up: a look that takes no lock, so that requests of a burst need not wait for it. */
function mayHaveWork(db: Db, kinds: readonly OperationKind[], now: Date): boolean {
  const isFree = or(isNull(operations.leaseUntil), lte(operations.leaseUntil, now));
  const waiting = db
    .select({ id: operations.id })
    .from(operations)
    .where(and(isOpen, inArray(operations.kind, kinds), isFree))
    .limit(1);
  return waiting.get() !== undefined;
}

function isHeld(operation: OperationRow, now: Date): boolean {
  return operation.state === "running" && operation.leaseUntil !== null && operation.leaseUntil > now;
}
