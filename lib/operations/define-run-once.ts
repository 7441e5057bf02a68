import type { z } from "zod";
import type { StoreRow } from "@/lib/db/store-row";
import type { Cause } from "@/lib/domain/cause";
import type { JsonValue } from "@/lib/domain/operation";
import type { ApiRequest, Kind } from "./kind";
import type { OperationDeps } from "./operation-deps";
import { runSteps } from "./run-steps";

/** What a step works with. */
export interface StepContext<State> {
  deps: OperationDeps;
  store: StoreRow;
  /** The parameters of the operation. */
  state: State;
  /** Results of the steps before this one, by name. */
  results: Readonly<Record<string, JsonValue>>;
  /** Aborted when the operation is cancelled or the platform stops. */
  signal: AbortSignal;
}

export interface RunOnceStep<State> {
  name: string;
  /** In the imperative, as the timeline shows it. */
  title: string;
  /**
   * Does the step. A process that stops before the result is recorded leaves the step to the next process, which runs it
   * again: it has to be idempotent. An AppError that waiting may cure (`unavailable`) is tried again until the deadline.
   */
  run(context: StepContext<State>): Promise<JsonValue>;
}

export interface RunOnce<State> {
  steps: readonly RunOnceStep<State>[];
  /** Milliseconds from its start after which waiting ends; the platform's deadline for creates where it is left out. */
  deadlineMs?: number;
  /** What the operation leads to, from the results of its steps: the `result` in the API. */
  result?(results: Readonly<Record<string, JsonValue>>): JsonValue;
  /** Writes what its failure means for the store. Called before it ends as failed. Idempotent. */
  failed?(context: StepContext<State>, cause: Cause): void;
  /** Removes what a cancelled or failed run left behind. Idempotent. */
  cleanUp?(context: StepContext<State>): Promise<void>;
}

type Definition<Name extends string, Schema extends z.ZodType> = Pick<
  Kind<Name, z.output<Schema>>,
  "name" | "noun" | "titles" | "queued" | "slots"
> &
  RunOnce<z.output<Schema>> & {
    state: Schema;
    isReadOnly?: boolean;
    request?: ApiRequest;
    /** What cancelling does, for the confirmation; absent where it cannot be cancelled. */
    cancelling?: string;
  };

/** A kind that runs its steps once, in order. Each is recorded when it finishes, so a later process continues after it. */
export function defineRunOnce<const Name extends string, Schema extends z.ZodType>(
  kind: Definition<Name, Schema>,
): Omit<Kind<Name, z.output<Schema>>, "state"> & { state: Schema } {
  const { name, noun, titles, queued, slots, state, isReadOnly = false, request = null, cancelling } = kind;
  return {
    ...{ name, noun, titles, queued, slots, state, isReadOnly, request },
    steps: kind.steps.map(({ name, title }) => ({ name, title })),
    // An operation that has not begun changed nothing.
    cancelling: cancelling === undefined ? null : { effect: cancelling, undo: () => {} },
    run: (deps, row, store, signal) => runSteps(deps, kind, row, store, signal),
  };
}
