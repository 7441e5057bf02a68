import { and, eq, gt, inArray } from "drizzle-orm";
import type { Db } from "@/lib/db/connect";
import { operations } from "@/lib/db/schema";

/** How long a lease lasts. A worker renews it every third of this; after it, another worker takes over. */
export const leaseMs = 15_000;

/** Renews the leases; answers those that are still ours. */
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

/** Of these, those that are to stop. */
export function listCancelled(db: Db, ids: string[]): string[] {
  if (ids.length === 0) return [];
  return db
    .select({ id: operations.id })
    .from(operations)
    .where(and(inArray(operations.id, ids), eq(operations.cancelRequested, true)))
    .all()
    .map(({ id }) => id);
}

/** Gives back what is ours: at shutdown, so that the next start goes on at once. */
export function releaseLease(db: Db, id: string, owner: string): void {
  db.update(operations)
    .set({ leaseOwner: null, leaseUntil: null })
    .where(and(eq(operations.id, id), eq(operations.leaseOwner, owner)))
    .run();
}

/** At boot: leases of processes that are no more need not run out first. */
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
