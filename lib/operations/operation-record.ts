import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db, Tx } from "@/lib/db/connect";
import type { OperationRow } from "@/lib/db/operation-row";
import { operations } from "@/lib/db/schema";
import type { Cause } from "@/lib/domain/cause";
import type { JsonValue } from "@/lib/domain/operation";
import type { StepName } from "@/lib/domain/step";
import type { OperationEnd, OperationHandle } from "@/lib/reconcile/operation-handle";

/** The row of an operation that runs: what the loop reads and writes of it. */
export class OperationRecord<State> implements OperationHandle<State> {
  readonly noun: string;
  private row: OperationRow;
  private parsed: State;
  private readonly db: Db;
  private readonly schema: z.ZodType<State>;

  /** Throws ZodError where the row's state is not of this kind. */
  constructor(db: Db, kind: { noun: string; state: z.ZodType<State> }, row: OperationRow) {
    this.db = db;
    this.noun = kind.noun;
    this.schema = kind.state;
    this.row = row;
    this.parsed = kind.state.parse(row.stateData);
  }

  get id(): string {
    return this.row.id;
  }

  get kind(): string {
    return this.row.kind;
  }

  get createdAt(): Date {
    return this.row.createdAt;
  }

  get startedAt(): Date | null {
    return this.row.startedAt;
  }

  /** Set when the operation was claimed. */
  get deadline(): Date {
    return this.row.deadline ?? this.row.createdAt;
  }

  get cancelRequested(): boolean {
    return this.row.cancelRequested;
  }

  get cancelledBy(): string | null {
    return this.row.cancelledBy;
  }

  get state(): State {
    return this.parsed;
  }

  get finishedSteps(): Readonly<Record<string, JsonValue>> {
    return this.row.finishedSteps;
  }

  setState(tx: Tx, state: State): void {
    this.parsed = this.schema.parse(state);
    this.write(tx, { stateData: this.parsed as JsonValue });
  }

  setStep(tx: Tx, step: { name: StepName; title: string } | null): void {
    // An operation that has ended still shows its last step.
    if (step === null || step.name === this.row.step) return;
    this.write(tx, { step: step.name, stepTitle: step.title, stepStartedAt: new Date() });
  }

  setCause(tx: Tx, cause: Cause | null): void {
    this.write(tx, { cause });
  }

  setDeadline(deadline: Date): void {
    this.write(this.db as Tx, { deadline });
  }

  /** Records that a step has finished: a later process does not run it again. */
  finishStep(tx: Tx, name: string, result: JsonValue): void {
    this.write(tx, { finishedSteps: { ...this.row.finishedSteps, [name]: result } });
  }

  end(tx: Tx, { state, cause, result }: OperationEnd): void {
    this.write(tx, {
      state,
      cause: cause ?? null,
      result: result ?? null,
      finishedAt: new Date(),
      leaseOwner: null,
      leaseUntil: null,
    });
  }

  private write(tx: Tx, change: Partial<OperationRow>): void {
    tx.update(operations).set(change).where(eq(operations.id, this.row.id)).run();
    this.row = { ...this.row, ...change };
  }
}
