import { and, eq, ne } from "drizzle-orm";
import { type Tx, transact } from "@/lib/db/connect";
import { operations, stores } from "@/lib/db/schema";
import type { Cause } from "@/lib/domain/cause";
import { type StepName, stepTitles, type Waiting } from "@/lib/domain/step";
import type { Phase, Store } from "@/lib/domain/store";
import type { Diagnosis, EventDetail, OperationKind, OperationState } from "@/lib/domain/store-event";
import { buildTimeline } from "@/lib/domain/timeline";
import type { ReconcileDeps } from "./deps";

/** More events than any operation has. */
const longestStory = 5_000;

export interface OperationRef {
  id: string;
  kind: OperationKind;
  createdAt: Date;
}

/** What of an operation is told: its steps as they begin, wait and end, and what became of the store. */
export class Progress {
  private readonly open = new Map<StepName, { startedAt: number; saidCause: string | null }>();
  private readonly deps: Pick<ReconcileDeps, "db" | "events">;
  private readonly store: Pick<Store, "id" | "name" | "ownerId">;
  private readonly operation: OperationRef;

  constructor(deps: Pick<ReconcileDeps, "db" | "events">, store: Store, operation: OperationRef) {
    this.deps = deps;
    this.store = store;
    this.operation = operation;
    this.resume();
  }

  /** What an earlier run had open when it was cut off is still open: it ends, or goes on, with what this one finds. */
  private resume(): void {
    const { operations } = buildTimeline(this.deps.events.list({ storeId: this.store.id }, 0, longestStory));
    const cutOff = operations.find(({ id }) => id === this.operation.id)?.steps ?? [];
    for (const step of cutOff.filter(({ state }) => state === "running")) {
      const startedAt = performance.now() - (Date.now() - step.startedAt.getTime());
      this.open.set(step.name, { startedAt, saidCause: step.cause?.message ?? null });
    }
  }

  /** From here on exactly these steps are under way; those that were and are not named have ended well. */
  enter(...steps: StepName[]): void {
    const ended = [...this.open.keys()].filter((step) => !steps.includes(step));
    const begun = steps.filter((step) => !this.open.has(step));
    if (ended.length === 0 && begun.length === 0) return;
    transact(this.deps.db, (tx) => {
      for (const step of ended) {
        const durationMs = this.close(step);
        this.say(tx, `${stepTitles[step]}: done`, { kind: "step.finished", step, durationMs });
      }
      for (const step of begun) {
        this.open.set(step, { startedAt: performance.now(), saidCause: null });
        this.say(tx, stepTitles[step], { kind: "step.started", step });
      }
    });
  }

  /** These steps are under way, each for its reason; a reason is said once. */
  wait(on: Waiting[]): void {
    this.enter(...on.map(({ step }) => step));
    const news = on.filter(({ step, because }) => this.open.get(step)?.saidCause !== because.message);
    if (news.length === 0) return;
    transact(this.deps.db, (tx) => {
      for (const { step, because } of news) {
        const opened = this.open.get(step);
        if (opened) opened.saidCause = because.message;
        this.say(tx, because.message, { kind: "step.waiting", step, cause: because });
      }
      const worst = on[0]?.because ?? null;
      // A failed store keeps why it failed: what its clean-up waits for is told by the step alone.
      const stillTrying = and(eq(stores.id, this.store.id), ne(stores.phase, "failed"));
      tx.update(stores)
        .set({ cause: worst?.code === "starting" ? null : worst })
        .where(stillTrying)
        .run();
    });
  }

  /** The step ends here, without success; the others that were under way end with it. */
  fail(step: StepName, cause: Cause): void {
    transact(this.deps.db, (tx) => {
      if (!this.open.has(step)) {
        this.open.set(step, { startedAt: performance.now(), saidCause: null });
        this.say(tx, stepTitles[step], { kind: "step.started", step });
      }
      for (const name of [...this.open.keys()]) {
        const durationMs = this.close(name);
        const detail: EventDetail = { kind: "step.failed", step: name, cause, durationMs };
        this.say(tx, name === step ? cause.message : `${stepTitles[name]}: given up`, detail);
      }
    });
  }

  setPhase(
    phase: Phase,
    cause: Cause | null,
    message: string,
    more: Partial<typeof stores.$inferInsert> = {},
  ): void {
    transact(this.deps.db, (tx) => this.writePhase(tx, phase, cause, message, more));
  }

  /** The operation's last word, with what it means for the store, in one transaction. */
  finish(end: {
    state: Exclude<OperationState, "queued" | "running">;
    message: string;
    detail: EventDetail;
    phase?: {
      phase: Phase;
      cause: Cause | null;
      message: string;
      more?: Partial<typeof stores.$inferInsert>;
    };
    forget?: boolean;
  }): void {
    this.enter();
    transact(this.deps.db, (tx) => {
      if (end.phase) {
        const { phase, cause, message, more } = end.phase;
        this.writePhase(tx, phase, cause, message, more);
      }
      tx.update(operations)
        .set({ state: end.state, finishedAt: new Date(), leaseOwner: null, leaseUntil: null })
        .where(eq(operations.id, this.operation.id))
        .run();
      this.say(tx, end.message, end.detail);
      if (end.forget) {
        this.say(tx, `${this.store.name} is gone`, { kind: "store.forgotten" });
        tx.delete(stores).where(eq(stores.id, this.store.id)).run();
      }
    });
  }

  /** Since the operation was asked for: what the user waited. */
  elapsedMs(): number {
    return Date.now() - this.operation.createdAt.getTime();
  }

  say(tx: Tx, message: string, detail: EventDetail): void {
    this.deps.events.append(tx, this.store, { operationId: this.operation.id, message, detail });
  }

  private close(step: StepName): number {
    const startedAt = this.open.get(step)?.startedAt ?? performance.now();
    this.open.delete(step);
    return Math.round(performance.now() - startedAt);
  }

  private writePhase(
    tx: Tx,
    phase: Phase,
    cause: Cause | null,
    message: string,
    more: Partial<typeof stores.$inferInsert> = {},
  ): void {
    tx.update(stores)
      .set({ phase, cause, updatedAt: new Date(), ...more })
      .where(eq(stores.id, this.store.id))
      .run();
    this.say(tx, message, { kind: "store.phase", phase, cause });
  }
}

export function failureDetail(kind: OperationKind, cause: Cause, diagnosis?: Diagnosis): EventDetail {
  return { kind: "operation.failed", operation: kind, cause, ...(diagnosis && { diagnosis }) };
}
