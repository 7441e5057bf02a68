import { eq } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/connect";
import type { OperationRow } from "@/lib/db/operation-row";
import { operations } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import type { EventLog, EventSubject } from "@/lib/events/event-log";
import { Notifier } from "@/lib/events/notifier";
import { cancelAllOperations, cancelOperation } from "./cancel-operations";
import { type Claimant, claimOperation } from "./claim-operation";
import { enqueueOperation, type OperationRequest } from "./enqueue-operation";
import { listCancelled, releaseDeadLeases, releaseLease, renewLeases } from "./leases";

/**
 * The queue of operations: rows in the database, which a worker claims under leases. Whatever enqueues or cancels
 * within a transaction wakes the worker after the commit; callers have nothing else to do.
 */
export class OperationQueue {
  private readonly work = new Notifier();
  private announcing = false;
  private readonly db: Db;
  private readonly events: EventLog;

  constructor(db: Db, events: EventLog) {
    this.db = db;
    this.events = events;
  }

  /** Queues an operation on a store. Returns its id. */
  enqueue<Name extends string>(tx: Tx, store: EventSubject, request: OperationRequest<Name>): string {
    const id = enqueueOperation(tx, this.events, store, request);
    this.announceSoon();
    return id;
  }

  /** Cancels everything on a store, because a delete replaces it. */
  cancelAll(tx: Tx, store: StoreRow): void {
    cancelAllOperations(tx, this.events, store);
    this.announceSoon();
  }

  /** Cancels one operation. Throws AppError `conflict` where it has ended or its kind can't be cancelled. */
  cancel(tx: Tx, store: StoreRow, operation: OperationRow, by: string): void {
    cancelOperation(tx, this.events, store, operation, by);
    this.announceSoon();
  }

  /** Takes the next operation under a lease; null when there is none for this claimant. */
  claim(claimant: Claimant, now = new Date()): OperationRow | null {
    return claimOperation(this.db, this.events, claimant, now);
  }

  /** Renews the leases of a worker. Returns the ids that it still holds. */
  renew(owner: string, ids: string[], now = new Date()): Set<string> {
    return renewLeases(this.db, owner, ids, now);
  }

  /** The operation as its row has it now; undefined where its store is gone. */
  find(id: string): OperationRow | undefined {
    return this.db.select().from(operations).where(eq(operations.id, id)).get();
  }

  /** The operations among these that were cancelled. */
  listCancelled(ids: string[]): string[] {
    return listCancelled(this.db, ids);
  }

  /** Gives a lease back: at shutdown, so that the next process continues at once. */
  release(id: string, owner: string): void {
    releaseLease(this.db, id, owner);
  }

  /** Releases the leases of processes that have ended. */
  releaseDead(isAlive: (owner: string) => boolean, now = new Date()): void {
    releaseDeadLeases(this.db, isAlive, now);
  }

  /** Calls the listener after a commit that queued or cancelled something. Returns the unsubscriber. */
  onWork(listener: () => void): () => void {
    return this.work.subscribe(listener);
  }

  /** better-sqlite3's transactions are synchronous: in the next turn of the event loop this one has ended. */
  private announceSoon(): void {
    if (this.announcing) return;
    this.announcing = true;
    setImmediate(() => {
      this.announcing = false;
      this.work.notify();
    });
  }
}
