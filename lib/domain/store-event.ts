import type { Cause } from "./cause";
import type { OperationKind } from "./operation";
import type { Software } from "./software-version";
import type { StepName } from "./step";
import type { Phase } from "./store";
import type { StoreRole } from "./store-role";

/** Details of an event beside its message, by kind. */
export type EventDetail =
  /** `target`: the versions that it updates to, in words. */
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
  /** Something happened that the store's phase may never show, such as an evicted pod that was replaced at once. */
  | { kind: "store.warning"; cause: Cause }
  /** A member's new role; null for a removed member. */
  | { kind: "store.members"; email: string; role: StoreRole | null }
  /** The store is offered to another account (`to`, its id), which receives the event too; or the offer has ended. */
  | { kind: "store.handover"; email: string; to: string; offered: boolean; declined?: true }
  /** The store has a new owner; `from` is the id of the previous one. */
  | { kind: "store.owner"; email: string; from: string }
  /** The store has another plan. */
  | { kind: "store.plan"; plan: string }
  /** Safe mode for all visitors was turned on or off. */
  | { kind: "store.safe-mode"; on: boolean }
  /** Software versions that the store reported. */
  | { kind: "store.versions"; versions: Software }
  /** An update is available, or no longer available. */
  | { kind: "store.update"; offered: Software | null }
  | { kind: "store.forgotten" };

/** Diagnosis of a failed create, kept because its namespace is deleted. */
export interface Diagnosis {
  warnings: string[];
  logs: { container: string; lines: string[] }[];
}

/** One entry of the append-only log, from which the timeline, the streams and the dashboard are built. */
export interface StoreEvent {
  /** Increases by one per event over the whole installation; the SSE id. */
  seq: number;
  at: Date;
  storeId: string;
  storeName: string;
  ownerId: string;
  operationId: string | null;
  /** A sentence for users. */
  message: string;
  detail: EventDetail;
}
