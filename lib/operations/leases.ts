import { and, eq, gt, inArray } from "drizzle-orm";
import type { Db } from "@/lib/db/connect";
import { operations } from "@/lib/db/schema";

/** How long a lease lasts. A worker renews it every third of this; after it, another worker takes over. */
export const leaseMs = 15_000;

/** Renews the leases. Returns those that are still held. */
export function renewLeases(db: Db, owner: string, ids: string[], now = new Date()): Set<string> {
  if (ids.length === 0) return new Set();
  const rows = db
    .update(operations)
    .set({ leaseUntil: new Date(now.getTime() + leaseMs) })
    .where(
      and(inArray(operations.id, ids), eq(operations.leaseOwner, owner), eq(operations.state, "running")),
    )
    .returning({ id: operations.id })
    .all();
  return new Set(rows.map(({ id }) => id));
}

/** The operations among these that have to stop. */
export function listCancelled(db: Db, ids: string[]): string[] {
  if (ids.length === 0) return [];
  return db
    .select({ id: operations.id })
    .from(operations)
    .where(and(inArray(operations.id, ids), eq(operations.cancelRequested, true)))
    .all()
    .map(({ id }) => id);
}

/** Releases the leases of this process at shutdown, so that the next process continues at once. */
export function releaseLease(db: Db, id: string, owner: string): void {
  db.update(operations)
    .set({ leaseOwner: null, leaseUntil: null })
    .where(and(eq(operations.id, id), eq(operations.leaseOwner, owner)))
    .run();
}

/** At start: leases of processes that have ended do not have to expire. */
export function releaseDeadLeases(db: Db, isAlive: (owner: string) => boolean, now = new Date()): void {
  const leased = db
    .select({ id: operations.id, owner: operations.leaseOwner })
    .from(operations)
    .where(and(eq(operations.state, "running"), gt(operations.leaseUntil, now)))
    .all();
  for (const { id, owner } of leased) {
    if (owner !== null && !isAlive(owner)) releaseLease(db, id, owner);
  }
}
