import type { Cause } from "./cause";
import type { OperationKind } from "./operation";
import type { Software } from "./software-version";
import type { StepName } from "./step";
import type { Phase } from "./store";
import type { StoreRole } from "./store-role";

/** What an event tells beside its message; the kind says which. */
export type EventDetail =
  /** `target`: what it is updated to, in words. */
  | { kind: "operation.queued"; operation: OperationKind; target?: string }
  | { kind: "operation.started"; operation: OperationKind; attempt: number }
  | { kind: "operation.finished"; operation: OperationKind; durationMs: number }
  | { kind: "operation.failed"; operation: OperationKind; cause: Cause; diagnosis?: Diagnosis }
  | { kind: "operation.cancelled"; operation: OperationKind; cause?: Cause }
  | { kind: "step.started"; step: StepName }
  | { kind: "step.waiting"; step: StepName; cause: Cause }
  | { kind: "step.finished"; step: StepName; durationMs: number }
  | { kind: "step.failed"; step: StepName; cause: Cause; durationMs: number }
  | { kind: "store.phase"; phase: Phase; cause: Cause | null }
  | { kind: "store.drift"; object: string }
  /** Somebody's role from now on; null for who is no member any more. */
  | { kind: "store.members"; email: string; role: StoreRole | null }
  /** It is offered to another account (`to`, its id), which hears of it too; or is not any more. */
  | { kind: "store.handover"; email: string; to: string; offered: boolean; declined?: true }
  /** It has another owner than before (`from`, the account's id). */
  | { kind: "store.owner"; email: string; from: string }
  /** It has another plan. */
  | { kind: "store.plan"; plan: string }
  /** What it runs, as it says itself. */
  | { kind: "store.versions"; versions: Software }
  /** There is an update for it, or not any more. */
  | { kind: "store.update"; offered: Software | null }
  | { kind: "store.forgotten" };

/** What is kept of a failed create, since its namespace goes. */
export interface Diagnosis {
  warnings: string[];
  logs: { container: string; lines: string[] }[];
}

/** One line of the append-only log: what the timeline, the streams and the dashboard are made of. */
export interface StoreEvent {
  /** Grows by one per event over the whole installation; the SSE id. */
  seq: number;
  at: Date;
  storeId: string;
  storeName: string;
  ownerId: string;
  operationId: string | null;
  /** A sentence for people. */
  message: string;
  detail: EventDetail;
}
