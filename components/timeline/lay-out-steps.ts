import type { OperationProfile } from "@/lib/domain/operation";
import { createSteps, type StepName, type StepSource, stepTitle } from "@/lib/domain/step";
import type { TimelineOperation, TimelineStep } from "@/lib/domain/timeline";

export interface LaidOutStep {
  name: StepName;
  title: string;
  state: "pending" | "stopped" | TimelineStep["state"];
  startedAt: Date | null;
  durationMs: number | null;
  cause: TimelineStep["cause"];
  /** The longest step of a finished operation. */
  slowest: boolean;
}

/** The steps to display: the recorded ones, and the pending ones of an operation that runs. */
export function layOutSteps(
  operation: TimelineOperation,
  engine: StepSource,
  planned: OperationProfile["steps"] = [],
): LaidOutStep[] {
  const slowest = slowestStep(operation);
  const seen = operation.steps.map((step): LaidOutStep => {
    if (isStoppedByOther(step, operation)) return { ...step, state: "stopped", cause: null, slowest: false };
    const state = step.state === "running" ? stateOfUnended(operation) : step.state;
    return { ...step, state, slowest: step === slowest };
  });
  if (hasEnded(operation)) return seen;
  const own = planned.map(({ name }) => name);
  const missing = (operation.kind === "create" ? createSteps(engine) : own).filter(
    (name) => !seen.some((step) => step.name === name),
  );
  const titleOf = (name: StepName) =>
    planned.find((step) => step.name === name)?.title ?? stepTitle(name, engine);
  return [...seen, ...missing.map((name) => pendingStep(name, titleOf(name)))];
}

/** When a step fails, parallel steps end with it, although they have no fault. */
function isStoppedByOther(step: TimelineStep, { steps }: TimelineOperation): boolean {
  if (step.state !== "failed" || step.name === step.cause?.component) return false;
  return steps.some(({ name, state }) => state === "failed" && name === step.cause?.component);
}

/** A restart can lose the end of a step: its state follows from the operation's. */
function stateOfUnended(operation: TimelineOperation): LaidOutStep["state"] {
  if (!hasEnded(operation)) return "running";
  return operation.state === "done" ? "done" : "stopped";
}

function pendingStep(name: StepName, title: string): LaidOutStep {
  return {
    name,
    title,
    state: "pending",
    startedAt: null,
    durationMs: null,
    cause: null,
    slowest: false,
  };
}

export function hasEnded(operation: TimelineOperation): boolean {
  return operation.state !== "queued" && operation.state !== "running";
}

/** The slowest step; undefined if there are fewer than three to compare. */
function slowestStep(operation: TimelineOperation): TimelineStep | undefined {
  const finished = operation.steps.filter((step) => step.durationMs !== null);
  if (operation.state !== "done" || finished.length < 3) return undefined;
  return finished.toSorted((a, b) => (b.durationMs ?? 0) - (a.durationMs ?? 0))[0];
}

export interface Span {
  /** Fractions of the operation's whole time. */
  start: number;
  width: number;
}

/** The step's share of the operation's time, for its bar: bars show what ran in parallel. */
export function spanOf(step: LaidOutStep, operation: TimelineOperation, nowMs: number): Span | null {
  const beginMs = operation.startedAt?.getTime();
  if (beginMs === undefined || step.startedAt === null) return null;
  const wholeMs = Math.max(endOf(operation, nowMs) - beginMs, 1);
  const startMs = step.startedAt.getTime() - beginMs;
  if (step.durationMs === null && hasEnded(operation)) return null;
  const lengthMs = step.durationMs ?? Math.max(nowMs - step.startedAt.getTime(), 0);
  const start = clamp(startMs / wholeMs);
  return { start, width: Math.min(clamp(lengthMs / wholeMs), 1 - start) };
}

/** When the operation ended, from its duration or its steps; now if it is running. */
function endOf(operation: TimelineOperation, nowMs: number): number {
  if (!hasEnded(operation)) return nowMs;
  if (operation.durationMs !== null && operation.startedAt !== null) {
    return operation.startedAt.getTime() + operation.durationMs;
  }
  return Math.max(...operation.steps.map((step) => step.startedAt.getTime() + (step.durationMs ?? 0)));
}

/** An ended operation's duration in milliseconds, from its event or its steps; null if unknown. */
export function durationOf(operation: TimelineOperation): number | null {
  if (operation.durationMs !== null) return operation.durationMs;
  if (!hasEnded(operation) || operation.startedAt === null || operation.steps.length === 0) return null;
  return endOf(operation, 0) - operation.startedAt.getTime();
}

function clamp(fraction: number): number {
  return Math.min(Math.max(fraction, 0), 1);
}
