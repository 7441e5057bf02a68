import { and, asc, eq, inArray, isNull, lte, or } from "drizzle-orm";
import { type Db, transact } from "@/lib/db/connect";
import { isOpen } from "@/lib/db/open-operations";
import type { OperationRow } from "@/lib/db/operation-row";
import { operations, stores } from "@/lib/db/schema";
import type { OperationKind } from "@/lib/domain/operation";
import type { EventLog } from "@/lib/events/event-log";
import { findKind, getKind } from "./kinds";
import { leaseMs } from "./leases";

export interface Claimant {
  /** Names this process, so that a later one can tell whether it lives. */
  owner: string;
  createDeadlineMs: number;
  /** The kinds that it has a free slot for. */
  kinds: readonly OperationKind[];
}

/**
 * Takes the next operation of the claimant's kinds under a lease, or null. It is fair between owners: the one with the
 * fewest running goes first, then the one that waited longest. A store has one operation at a time, whatever its kind;
 * kinds that only read run beside it.
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
    const busyStores = new Set(held.filter(isExclusive).map(({ storeId }) => storeId));
    const load = new Map<string, number>();
    for (const { ownerId, kind } of held) {
      if (claimant.kinds.includes(kind)) load.set(ownerId, (load.get(ownerId) ?? 0) + 1);
    }
    // The oldest of a store goes first: a delete waits until the create that it cancelled has stopped.
    const firstOfStore = new Map<string, OperationRow>();
    for (const operation of open.filter(isExclusive)) {
      if (!firstOfStore.has(operation.storeId)) firstOfStore.set(operation.storeId, operation);
    }
    const mayBegin = (operation: OperationRow) =>
      isExclusive(operation)
        ? firstOfStore.get(operation.storeId) === operation && !busyStores.has(operation.storeId)
        : !held.includes(operation);
    const claimable = open.filter(
      (operation) => claimant.kinds.includes(operation.kind) && mayBegin(operation),
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
            ? `The ${getKind(claimed.kind).noun} of ${store.name} started`
            : `The ${getKind(claimed.kind).noun} of ${store.name} continues after an interruption`,
        detail: { kind: "operation.started", operation: claimed.kind, attempt: claimed.attempt },
      });
    }
    return claimed;
  });
}

/** Asked at every wake-up. It takes no lock, so that a burst of requests does not wait for it. */
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

/** Whether it keeps others of its store from running. One of an unknown kind does. */
function isExclusive({ kind }: OperationRow): boolean {
  return findKind(kind)?.isReadOnly !== true;
}
