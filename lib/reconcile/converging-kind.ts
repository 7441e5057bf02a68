import type { StoreRow } from "@/lib/db/store-row";
import type { Cause } from "@/lib/domain/cause";
import type { Wanted } from "@/lib/domain/next-step";
import type { Observed } from "@/lib/domain/observed";
import type { Step, StepName } from "@/lib/domain/step";
import type { Diagnosis } from "@/lib/domain/store-event";
import type { ReconcileDeps } from "./deps";
import type { OperationHandle } from "./operation-handle";
import type { Progress } from "./progress";

/** `go-on`: decide again at once; `wait`: when something changed; `ended`: the operation is over. */
export type Outcome = "go-on" | "wait" | "ended";

/** What the actions of a kind work with during one run. */
export interface Run<State> {
  deps: ReconcileDeps;
  operation: OperationHandle<State>;
  progress: Progress;
}

/** A failure that waiting does not cure, or that lasted until the deadline. */
export interface Failure {
  step: StepName;
  cause: Cause;
  diagnosis: Diagnosis;
  /** What the check of the application or the verification found on a store that was ready; null at other steps. */
  finding: Cause | null;
}

/** What differs between the kinds of operation that run the level-based loop. Everything else they share. */
export interface ConvergingKind<State> {
  /** It takes the store out of the cluster, so it runs on when the store is to be deleted. */
  removesStore?: true;
  /** What to do next; pure. */
  decide(wanted: Wanted, seen: Observed, now: Date, state: State): Step;
  /** Called before a step of this name is performed. */
  before?: Partial<Record<Step["do"], (run: Run<State>, store: StoreRow) => void>>;
  /** The cluster is as wanted: writes how the operation ended. */
  end(run: Run<State>, store: StoreRow): void;
  /** Ends the operation as failed, or changes what is wanted (`go-on`). */
  fail(run: Run<State>, store: StoreRow, failure: Failure): Outcome;
  /** Somebody cancelled it: changes what is wanted. Called at the start of each run from then on. */
  cancel?(run: Run<State>, store: StoreRow): void;
  /** Images that the store is leaving: what happens to their pods does not matter any more. */
  listOutgoing?(state: State): string[];
  /** A later deadline than the operation's own; milliseconds since the epoch. */
  extendDeadline?(state: State, createDeadlineMs: number): number;
}
