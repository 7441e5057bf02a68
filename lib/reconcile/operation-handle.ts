import type { Tx } from "@/lib/db/connect";
import type { Cause } from "@/lib/domain/cause";
import type { JsonValue, OperationKind, OperationState } from "@/lib/domain/operation";
import type { StepName } from "@/lib/domain/step";

export interface OperationEnd {
  state: Exclude<OperationState, "queued" | "running">;
  /** Why it failed or was cancelled. */
  cause?: Cause;
  result?: JsonValue;
}

/** The row of the operation that a run advances. lib/operations owns the table and passes this to the loop. */
export interface OperationHandle<State = unknown> {
  readonly id: string;
  readonly kind: OperationKind;
  /** Its name in a sentence, such as `creation`. */
  readonly noun: string;
  /** When it was requested. */
  readonly createdAt: Date;
  /** The deadline, unless the cluster does not answer. */
  readonly deadline: Date;
  readonly cancelRequested: boolean;
  /** E-mail address of the account that cancelled it. */
  readonly cancelledBy: string | null;
  /** The state of this kind of operation on its row. */
  readonly state: State;
  setState(tx: Tx, state: State): void;
  setStep(tx: Tx, step: { name: StepName; title: string } | null): void;
  setCause(tx: Tx, cause: Cause | null): void;
  setDeadline(deadline: Date): void;
  end(tx: Tx, end: OperationEnd): void;
}
