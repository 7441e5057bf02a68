import { eq } from "drizzle-orm";
import { transact } from "@/lib/db/connect";
import type { OperationRow } from "@/lib/db/operation-row";
import { operations, stores } from "@/lib/db/schema";
import { type OperationKind, operationKinds } from "@/lib/domain/store-event";
import { leaseMs } from "@/lib/operations/leases";
import type { OperationDeps } from "@/lib/operations/operation-deps";
import { runOperation } from "@/lib/reconcile/run-operation";
import { mayBeAlive, newProcessIdentity } from "./process-identity";

interface Running {
  operation: OperationRow;
  abort: AbortController;
  done: Promise<void>;
}

/**
 * A store that is being built costs the cluster work; one that is being removed waits out Kubernetes' own five seconds,
 * and need not keep a shop waiting that somebody looks at.
 */
const building = operationKinds.filter((kind) => kind !== "delete");
const removing = ["delete"] as const;
const removalsForEach = 4;

class Cancelled extends Error {}
class Stopped extends Error {}

/** Claims operations and runs them, so many at a time; wakes when it is told to, and when a lease may have run out. */
export class Worker {
  private readonly running = new Map<string, Running>();
  private readonly owner = newProcessIdentity();
  private heartbeat: NodeJS.Timeout | undefined;
  private stopped = false;
  private unsubscribe: () => void = () => {};
  private readonly deps: OperationDeps;

  constructor(deps: OperationDeps) {
    this.deps = deps;
  }

  start(): void {
    this.deps.operations.releaseDead(mayBeAlive);
    this.unsubscribe = this.deps.operations.onWork(() => this.tick());
    this.heartbeat = setInterval(() => {
      this.renew();
      this.tick();
    }, leaseMs / 3);
    this.tick();
  }

  /** There may be work, or something to cancel. Returns at once. */
  wake(): void {
    setImmediate(() => this.tick());
  }

  isBusyWith(storeId: string): boolean {
    return [...this.running.values()].some(({ operation }) => operation.storeId === storeId);
  }

  /** Stops what runs and gives it back; it goes on at the next start. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.unsubscribe();
    clearInterval(this.heartbeat);
    for (const { abort } of this.running.values()) abort.abort(new Stopped("The platform is stopping."));
    await Promise.all([...this.running.values()].map(({ done }) => done));
  }

  private tick(): void {
    if (this.stopped) return;
    this.stopCancelled();
    const { workerConcurrency } = this.deps.settings;
    this.fill(building, workerConcurrency);
    this.fill(removing, workerConcurrency * removalsForEach);
  }

  private fill(kinds: readonly OperationKind[], most: number): void {
    const { createDeadlineMs } = this.deps.settings;
    while (this.countRunning(kinds) < most) {
      const operation = this.deps.operations.claim({ owner: this.owner, createDeadlineMs, kinds });
      if (!operation) return;
      this.run(operation);
    }
  }

  private countRunning(kinds: readonly OperationKind[]): number {
    return [...this.running.values()].filter(({ operation }) => kinds.includes(operation.kind)).length;
  }

  /** On the heartbeat alone: it is a write to the disk, which each wake-up of a burst would wait for. */
  private renew(): void {
    const held = this.deps.operations.renew(this.owner, [...this.running.keys()]);
    for (const [id, { abort }] of this.running) {
      if (!held.has(id)) abort.abort(new Stopped("Another worker has taken it over."));
    }
  }

  private stopCancelled(): void {
    for (const id of this.deps.operations.listCancelled([...this.running.keys()])) {
      this.running.get(id)?.abort.abort(new Cancelled("It was cancelled."));
    }
  }

  private run(operation: OperationRow): void {
    const abort = new AbortController();
    const done = this.runToEnd(operation, abort).finally(() => {
      this.running.delete(operation.id);
      this.wake();
    });
    this.running.set(operation.id, { operation, abort, done });
  }

  private async runToEnd(operation: OperationRow, abort: AbortController): Promise<void> {
    const { id: operationId, kind, storeId, attempt } = operation;
    const log = this.deps.log.child({ operationId, kind, storeId });
    const begunAt = performance.now();
    log.info({ attempt }, "Operation began");
    try {
      await runOperation(this.deps, operation, abort.signal);
      log.info({ ms: Math.round(performance.now() - begunAt) }, "Operation ended");
    } catch (error) {
      if (abort.signal.reason instanceof Cancelled) {
        log.info("Operation cancelled");
        return this.noteCancelled(operation);
      }
      if (abort.signal.reason instanceof Stopped) log.info(abort.signal.reason.message);
      else log.error({ err: error }, "An operation ended in an error of its own");
      this.deps.operations.release(operation.id, this.owner);
    }
  }

  private noteCancelled(operation: OperationRow): void {
    const { db, events } = this.deps;
    transact(db, (tx) => {
      const ended = tx
        .update(operations)
        .set({ state: "cancelled", finishedAt: new Date(), leaseOwner: null, leaseUntil: null })
        .where(eq(operations.id, operation.id))
        .returning()
        .get();
      const store = tx.select().from(stores).where(eq(stores.id, operation.storeId)).get();
      if (!ended || !store) return;
      events.append(tx, store, {
        operationId: operation.id,
        message: `The ${operation.kind} of ${store.name} was cancelled`,
        detail: { kind: "operation.cancelled", operation: operation.kind },
      });
    });
  }
}
