import type { Cause } from "./cause";
import type { OperationKind, OperationState } from "./operation";
import type { StepName } from "./step";
import type { Diagnosis, EventDetail, StoreEvent } from "./store-event";

export interface TimelineStep {
  name: StepName;
  title: string;
  state: "running" | "done" | "failed";
  startedAt: Date;
  /** Set when the step has ended. */
  durationMs: number | null;
  /** What it waits for, or why it failed. */
  cause: Cause | null;
}

export interface TimelineOperation {
  id: string;
  kind: OperationKind;
  /** Target of an image update, in words; null for other operations. */
  target: string | null;
  state: OperationState;
  queuedAt: Date;
  startedAt: Date | null;
  durationMs: number | null;
  cause: Cause | null;
  diagnosis: Diagnosis | null;
  steps: TimelineStep[];
}

export interface TimelineNote {
  seq: number;
  at: Date;
  message: string;
}

export interface Timeline {
  operations: TimelineOperation[];
  /** Events outside of operations: corrected drift, a replaced pod, a new member. */
  notes: TimelineNote[];
  lastSeq: number;
}

export const emptyTimeline: Timeline = { operations: [], notes: [], lastSeq: 0 };

const notedKinds = new Set<EventDetail["kind"]>([
  "store.drift",
  "store.warning",
  "store.members",
  "store.handover",
  "store.owner",
  "store.plan",
  "store.safe-mode",
  "store.update",
]);

/** Folds one event into the timeline. Pure: the server and the browser show the same timeline. */
export function addToTimeline(timeline: Timeline, event: StoreEvent): Timeline {
  if (event.seq <= timeline.lastSeq) return timeline;
  const next = { ...timeline, lastSeq: event.seq };
  if (notedKinds.has(event.detail.kind)) {
    return { ...next, notes: [...timeline.notes, { seq: event.seq, at: event.at, message: event.message }] };
  }
  if (event.operationId === null) return next;
  const known = timeline.operations.some((operation) => operation.id === event.operationId);
  const operations = known ? timeline.operations : [...timeline.operations, newOperation(event)];
  return {
    ...next,
    operations: operations.map((operation) =>
      operation.id === event.operationId ? applyToOperation(operation, event) : operation,
    ),
  };
}

export function buildTimeline(events: StoreEvent[]): Timeline {
  return events.reduce(addToTimeline, emptyTimeline);
}

function newOperation(event: StoreEvent): TimelineOperation {
  const kind = "operation" in event.detail ? event.detail.operation : "repair";
  return {
    id: event.operationId as string,
    kind,
    target: (event.detail.kind === "operation.queued" && event.detail.target) || null,
    state: "queued",
    queuedAt: event.at,
    startedAt: null,
    durationMs: null,
    cause: null,
    diagnosis: null,
    steps: [],
  };
}

function applyToOperation(operation: TimelineOperation, event: StoreEvent): TimelineOperation {
  const detail = event.detail;
  switch (detail.kind) {
    case "operation.started":
      return { ...operation, state: "running", startedAt: operation.startedAt ?? event.at };
    case "operation.finished":
      return { ...operation, state: "done", durationMs: detail.durationMs };
    case "operation.failed":
      return { ...operation, state: "failed", cause: detail.cause, diagnosis: detail.diagnosis ?? null };
    case "operation.cancelled":
      return { ...operation, state: "cancelled", cause: detail.cause ?? null };
    case "step.started":
      return { ...operation, steps: startStep(operation.steps, detail.step, event) };
    case "step.waiting":
      return updateStep(operation, detail.step, { cause: detail.cause });
    case "step.finished":
      return updateStep(operation, detail.step, {
        state: "done",
        durationMs: detail.durationMs,
        cause: null,
      });
    case "step.failed":
      return updateStep(operation, detail.step, {
        state: "failed",
        durationMs: detail.durationMs,
        cause: detail.cause,
      });
    default:
      return operation;
  }
}

/** A step that starts again after a restart of the platform continues in its place. */
function startStep(
  steps: TimelineStep[],
  name: StepName,
  { at, message }: Pick<StoreEvent, "at" | "message">,
): TimelineStep[] {
  if (steps.some((step) => step.name === name)) {
    return steps.map((step) => (step.name === name ? { ...step, state: "running", durationMs: null } : step));
  }
  return [...steps, { name, title: message, state: "running", startedAt: at, durationMs: null, cause: null }];
}

function updateStep(
  operation: TimelineOperation,
  name: StepName,
  change: Partial<TimelineStep>,
): TimelineOperation {
  return {
    ...operation,
    steps: operation.steps.map((step) => (step.name === name ? { ...step, ...change } : step)),
  };
}
