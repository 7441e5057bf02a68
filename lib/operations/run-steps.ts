import type { z } from "zod";
import { transact } from "@/lib/db/connect";
import type { OperationRow } from "@/lib/db/operation-row";
import { type StoreRow, toStore } from "@/lib/db/store-row";
import type { Cause } from "@/lib/domain/cause";
import type { JsonValue } from "@/lib/domain/operation";
import { namespaceOf } from "@/lib/domain/store";
import { stepSource } from "@/lib/engines/step-source";
import { NamespaceChanges } from "@/lib/kube/namespace-changes";
import { causeOfError } from "@/lib/reconcile/cause-of-error";
import { isOver } from "@/lib/reconcile/converge";
import { failureDetail, Progress } from "@/lib/reconcile/progress";
import { Retries } from "@/lib/reconcile/retries";
import { cancelledCause } from "./cancelled-cause";
import type { RunOnce, RunOnceStep, StepContext } from "./define-run-once";
import type { OperationDeps } from "./operation-deps";
import { OperationRecord } from "./operation-record";

type Kind<State> = RunOnce<State> & { noun: string; state: z.ZodType<State> };

/**
 * Runs the steps of an operation that have not finished yet, in order. It is cancelled between two steps, or within one
 * that heeds its signal. Rejects only when the signal is aborted (with its reason).
 */
export async function runSteps<State>(
  deps: OperationDeps,
  kind: Kind<State>,
  row: OperationRow,
  store: StoreRow,
  signal: AbortSignal,
): Promise<void> {
  await new StepsRun(deps, kind, row, store, signal).run();
}

class StepsRun<State> {
  private readonly record: OperationRecord<State>;
  private readonly progress: Progress;
  private readonly deps: OperationDeps;
  private readonly kind: Kind<State>;
  private readonly store: StoreRow;
  private readonly signal: AbortSignal;

  constructor(
    deps: OperationDeps,
    kind: Kind<State>,
    row: OperationRow,
    store: StoreRow,
    signal: AbortSignal,
  ) {
    this.deps = deps;
    this.kind = kind;
    this.store = store;
    this.signal = signal;
    this.record = new OperationRecord<State>(deps.db, kind, row);
    const titles = new Map(kind.steps.map(({ name, title }) => [name, title]));
    this.progress = new Progress(deps, toStore(store), this.record, (step) => titles.get(step) ?? step);
  }

  async run(): Promise<void> {
    if (this.record.cancelRequested) return this.cancel();
    for (const step of this.kind.steps) {
      if (step.name in this.record.finishedSteps) continue;
      this.signal.throwIfAborted();
      this.progress.enter(step.name);
      const outcome = await this.tryUntilOver(step);
      if ("cause" in outcome) return this.fail(step, outcome.cause);
      transact(this.deps.db, (tx) => this.record.finishStep(tx, step.name, outcome.result));
    }
    this.signal.throwIfAborted();
    this.finish();
  }

  /** Tries a step until it succeeds, until an error that waiting does not cure, or until the deadline. */
  private async tryUntilOver(step: RunOnceStep<State>): Promise<{ result: JsonValue } | { cause: Cause }> {
    const changes = new NamespaceChanges(this.deps.view, namespaceOf(this.store.name));
    const retries = new Retries();
    try {
      for (;;) {
        try {
          return { result: await step.run(this.context()) };
        } catch (error) {
          this.signal.throwIfAborted();
          const cause = causeOfError(error, step.name, stepSource(this.deps.engines, this.store.type).parts);
          this.deps.log.warn({ err: error, operationId: this.record.id, step: step.name }, cause.message);
          if (isOver(cause, this.deadline())) return { cause };
          this.progress.wait([{ step: step.name, because: cause }], "operation");
          await changes.next(retries.next(), this.signal);
        }
      }
    } finally {
      changes.close();
    }
  }

  private async fail(step: RunOnceStep<State>, cause: Cause): Promise<void> {
    await this.cleanUp();
    this.kind.failed?.(this.context(), cause);
    this.progress.fail(step.name, cause);
    this.progress.finish({
      state: "failed",
      cause,
      message: cause.message,
      detail: failureDetail(this.record.kind, cause),
    });
  }

  private async cancel(): Promise<void> {
    await this.cleanUp();
    const cause = cancelledCause(this.kind.noun, this.record.cancelledBy);
    this.progress.stop(cause);
    this.progress.finish({
      state: "cancelled",
      cause,
      message: `The ${this.kind.noun} of ${this.store.name} was cancelled`,
      detail: { kind: "operation.cancelled", operation: this.record.kind, cause },
    });
  }

  /** What can't be removed now stays: the operation ends all the same, and the log says why. */
  private async cleanUp(): Promise<void> {
    try {
      await this.kind.cleanUp?.(this.context());
    } catch (error) {
      this.signal.throwIfAborted();
      this.deps.log.error({ err: error, operationId: this.record.id }, "The cleanup of an operation failed");
    }
  }

  private finish(): void {
    this.progress.finish({
      state: "done",
      result: this.kind.result?.(this.record.finishedSteps) ?? null,
      message: `The ${this.kind.noun} of ${this.store.name} is done`,
      detail: {
        kind: "operation.finished",
        operation: this.record.kind,
        durationMs: this.progress.elapsedMs(),
      },
    });
  }

  private context(): StepContext<State> {
    const { deps, store, signal, record } = this;
    return { deps, store, signal, state: record.state, results: record.finishedSteps };
  }

  private deadline(): Date {
    const { deadlineMs } = this.kind;
    return deadlineMs === undefined
      ? this.record.deadline
      : new Date((this.record.startedAt ?? this.record.createdAt).getTime() + deadlineMs);
  }
}
