import { and, eq, ne } from "drizzle-orm";
import { type Tx, transact } from "@/lib/db/connect";
import { stores } from "@/lib/db/schema";
import type { Cause } from "@/lib/domain/cause";
import type { OperationKind } from "@/lib/domain/operation";
import type { StepName, Waiting } from "@/lib/domain/step";
import type { Phase, Store } from "@/lib/domain/store";
import type { Diagnosis, EventDetail } from "@/lib/domain/store-event";
import { buildTimeline } from "@/lib/domain/timeline";
import type { ReconcileDeps } from "./deps";
import type { OperationEnd, OperationHandle } from "./operation-handle";

/** More events than any store has. */
const longestStory = 5_000;

/** Writes the progress of an operation: events and rows about its steps, its end, and the store's phase. */
export class Progress {
  private readonly open = new Map<StepName, { startedAt: number; saidCause: string | null }>();
  private readonly deps: Pick<ReconcileDeps, "db" | "events">;
  private readonly store: Pick<Store, "id" | "name" | "ownerId">;
  private readonly operation: Omit<OperationHandle, "setState">;
  private readonly titleOf: (step: StepName) => string;

  constructor(
    deps: Pick<ReconcileDeps, "db" | "events">,
    store: Pick<Store, "id" | "name" | "ownerId">,
    operation: Omit<OperationHandle, "setState">,
    titleOf: (step: StepName) => string,
  ) {
    this.deps = deps;
    this.store = store;
    this.operation = operation;
    this.titleOf = titleOf;
    this.resume();
  }

  /** Steps that were running when an earlier process was stopped are still running: this run continues or ends them. */
  private resume(): void {
    const { operations } = buildTimeline(this.deps.events.list({ storeId: this.store.id }, 0, longestStory));
    const cutOff = operations.find(({ id }) => id === this.operation.id)?.steps ?? [];
    for (const step of cutOff.filter(({ state }) => state === "running")) {
      const startedAt = performance.now() - (Date.now() - step.startedAt.getTime());
      this.open.set(step.name, { startedAt, saidCause: step.cause?.message ?? null });
    }
  }

  /** From now on exactly these steps run. Steps that ran and are not listed have finished. */
  enter(...steps: StepName[]): void {
    const ended = [...this.open.keys()].filter((step) => !steps.includes(step));
    const begun = steps.filter((step) => !this.open.has(step));
    if (ended.length === 0 && begun.length === 0) return;
    transact(this.deps.db, (tx) => {
      for (const step of ended) {
        const durationMs = this.close(step);
        this.say(tx, `${this.titleOf(step)}: done`, { kind: "step.finished", step, durationMs });
      }
      for (const step of begun) {
        this.open.set(step, { startedAt: performance.now(), saidCause: null });
        this.say(tx, this.titleOf(step), { kind: "step.started", step });
      }
      this.noteStep(tx);
    });
  }

  /** These steps run, each waiting for its cause. A cause is reported once; it becomes the store's where it concerns it. */
  wait(on: Waiting[], concerns: "store" | "operation" = "store"): void {
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
      this.operation.setCause(tx, worst);
      if (concerns === "operation") return;
      // A failed store keeps the cause of its failure. What its cleanup waits for is shown at the step.
      const stillTrying = and(eq(stores.id, this.store.id), ne(stores.phase, "failed"));
      tx.update(stores)
        .set({ cause: worst?.code === "starting" ? null : worst })
        .where(stillTrying)
        .run();
    });
  }

  /** Ends this step as failed, and all others that run with it. */
  fail(step: StepName, cause: Cause): void {
    transact(this.deps.db, (tx) => {
      if (!this.open.has(step)) {
        this.open.set(step, { startedAt: performance.now(), saidCause: null });
        this.say(tx, this.titleOf(step), { kind: "step.started", step });
      }
      for (const name of [...this.open.keys()]) {
        const durationMs = this.close(name);
        const detail: EventDetail = { kind: "step.failed", step: name, cause, durationMs };
        this.say(tx, name === step ? cause.message : `${this.titleOf(name)}: stopped`, detail);
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

  /** Ends the steps without a failure, because somebody cancelled the operation. */
  stop(cause: Cause): void {
    transact(this.deps.db, (tx) => {
      for (const step of [...this.open.keys()]) {
        const durationMs = this.close(step);
        this.say(tx, `${this.titleOf(step)}: stopped`, { kind: "step.failed", step, cause, durationMs });
      }
    });
  }

  /** Ends the operation, with what that means for the store, in one transaction. */
  finish(
    end: OperationEnd & {
      message: string;
      detail: EventDetail;
      phase?: {
        phase: Phase;
        cause: Cause | null;
        message: string;
        more?: Partial<typeof stores.$inferInsert>;
      };
      forget?: boolean;
    },
  ): void {
    this.enter();
    transact(this.deps.db, (tx) => {
      if (end.phase) {
        const { phase, cause, message, more } = end.phase;
        this.writePhase(tx, phase, cause, message, more);
      }
      this.operation.end(tx, end);
      this.say(tx, end.message, end.detail);
      if (end.forget) {
        this.say(tx, `${this.store.name} is gone`, { kind: "store.forgotten" });
        tx.delete(stores).where(eq(stores.id, this.store.id)).run();
      }
    });
  }

  /** Milliseconds since somebody asked for the operation: what the user waited. */
  elapsedMs(): number {
    return Date.now() - this.operation.createdAt.getTime();
  }

  say(tx: Tx, message: string, detail: EventDetail): void {
    this.deps.events.append(tx, this.store, { operationId: this.operation.id, message, detail });
  }

  /** The row shows the step that started last of those that run. */
  private noteStep(tx: Tx): void {
    const name = [...this.open.keys()].at(-1);
    this.operation.setStep(tx, name === undefined ? null : { name, title: this.titleOf(name) });
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
