import type { OperationRow } from "@/lib/db/operation-row";
import { type SlotClass, slotClasses } from "@/lib/operations/kind";
import { getKind, kinds } from "@/lib/operations/kinds";
import { leaseMs } from "@/lib/operations/leases";
import type { OperationDeps } from "@/lib/operations/operation-deps";
import { runOperation } from "@/lib/operations/run-operation";
import { mayBeAlive, newProcessIdentity } from "./process-identity";

interface Running {
  operation: OperationRow;
  abort: AbortController;
  /** It runs to the end that its kind gives a cancelled operation. */
  isCancelling: boolean;
  done: Promise<void>;
}

/**
 * Slots of each class, as a multiple of WORKER_CONCURRENCY. A deletion mostly waits for Kubernetes's own five seconds,
 * and must not delay a create.
 */
const placesOf: Record<SlotClass, number> = { build: 1, remove: 4 };

class Cancelled extends Error {}
class Stopped extends Error {}

/** Claims operations and runs them, a limited number at a time, whenever something is queued or a lease may have expired. */
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

  /** Looks for work and cancellations in the next turn of the event loop. */
  wake(): void {
    setImmediate(() => this.tick());
  }

  isBusyWith(storeId: string): boolean {
    return [...this.running.values()].some(({ operation }) => operation.storeId === storeId);
  }

  /** Stops what runs and releases it; the next start continues it. */
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
    for (const slots of slotClasses) this.fill(slots, workerConcurrency * placesOf[slots]);
  }

  private fill(slots: SlotClass, most: number): void {
    const { createDeadlineMs } = this.deps.settings;
    const names = kinds.filter((kind) => kind.slots === slots).map(({ name }) => name);
    while (this.countRunning(slots) < most) {
      const operation = this.deps.operations.claim({ owner: this.owner, createDeadlineMs, kinds: names });
      if (!operation) return;
      this.run(operation);
    }
  }

  private countRunning(slots: SlotClass): number {
    return [...this.running.values()].filter(({ operation }) => getKind(operation.kind).slots === slots)
      .length;
  }

  /** Only on the heartbeat: it writes to the disk, and every wake-up of a burst would wait for it. */
  private renew(): void {
    const held = this.deps.operations.renew(this.owner, [...this.running.keys()]);
    for (const [id, { abort }] of this.running) {
      if (!held.has(id)) abort.abort(new Stopped("Another worker has taken it over."));
    }
  }

  private stopCancelled(): void {
    const stoppable = [...this.running].filter(([, { isCancelling }]) => !isCancelling).map(([id]) => id);
    for (const id of this.deps.operations.listCancelled(stoppable)) {
      this.running.get(id)?.abort.abort(new Cancelled("It was cancelled."));
    }
  }

  private run(operation: OperationRow): void {
    const abort = new AbortController();
    const running: Running = {
      operation,
      abort,
      isCancelling: operation.cancelRequested,
      done: Promise.resolve(),
    };
    this.running.set(operation.id, running);
    running.done = this.runToEnd(running).finally(() => {
      this.running.delete(operation.id);
      this.wake();
    });
  }

  private async runToEnd(running: Running): Promise<void> {
    const { id: operationId, kind, storeId, attempt } = running.operation;
    const log = this.deps.log.child({ operationId, kind, storeId });
    const startedAt = performance.now();
    log.info({ attempt }, "Operation started");
    try {
      await this.runOrCancel(running);
      log.info({ ms: Math.round(performance.now() - startedAt) }, "Operation ended");
    } catch (error) {
      if (error instanceof Stopped) log.info(error.message);
      else log.error({ err: error }, "An operation ended with an internal error");
      this.deps.operations.release(operationId, this.owner);
    }
  }

  /**
   * Runs the operation. If it is cancelled meanwhile, it runs again to the end that its kind gives a cancelled
   * operation.
   */
  private async runOrCancel(running: Running): Promise<void> {
    const { operations } = this.deps;
    try {
      await runOperation(this.deps, running.operation, running.abort.signal);
    } catch (error) {
      if (!(running.abort.signal.reason instanceof Cancelled)) throw error;
      const cancelled = operations.find(running.operation.id);
      if (!cancelled) return;
      running.operation = cancelled;
      running.abort = new AbortController();
      running.isCancelling = true;
      // A stop that came before the new controller existed would not reach it.
      if (this.stopped) throw new Stopped("The platform is stopping.");
      await runOperation(this.deps, cancelled, running.abort.signal);
    }
  }
}
