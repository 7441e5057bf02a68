"use client";

import { ChevronRight } from "lucide-react";
import type { OperationKind } from "@/lib/domain/store-event";
import type { TimelineOperation } from "@/lib/domain/timeline";
import { Elapsed } from "../live/elapsed";
import { formatDuration } from "../live/format-duration";
import { TimeAgo } from "../live/time-ago";
import { useNow } from "../live/use-now";
import { CauseNote } from "./cause-note";
import { Diagnosis } from "./diagnosis";
import { durationOf, hasEnded, layOutSteps } from "./lay-out-steps";
import { StepRow } from "./step-row";

const names: Record<OperationKind, { running: string; done: string; failed: string }> = {
  create: { running: "Creating the store", done: "Created", failed: "Could not be created" },
  delete: { running: "Deleting the store", done: "Deleted", failed: "Could not be deleted" },
  repair: { running: "Repairing", done: "Repaired", failed: "Could not be repaired" },
  update: {
    running: "Changing the plan",
    done: "Plan changed",
    failed: "Plan could not be changed",
  },
};

/** An operation, collapsible: by default the latest one is open. */
export function OperationSection({ operation, open }: { operation: TimelineOperation; open: boolean }) {
  return (
    <details open={open} className="group/operation">
      <summary className="flex list-none items-center gap-2 px-4 py-3 outline-offset-[-2px] hover:bg-hover/50 sm:px-5">
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 text-ink-subtle transition-transform duration-150 group-open/operation:rotate-90"
        />
        <h3 className="min-w-0 flex-1 truncate font-medium text-sm">{nameOf(operation)}</h3>
        <span className="shrink-0 text-[0.8125rem] text-ink-subtle">
          <TimeAgo at={operation.queuedAt.toISOString()} />
        </span>
        <span className="tabular w-16 shrink-0 text-right font-medium text-[0.8125rem]">
          <OperationTime operation={operation} />
        </span>
      </summary>
      <OperationBody operation={operation} />
    </details>
  );
}

function OperationBody({ operation }: { operation: TimelineOperation }) {
  const now = useNow(hasEnded(operation) ? null : 100);
  const steps = layOutSteps(operation);
  const shownAtStep = steps.some(
    (step) => step.state === "failed" && step.cause?.message === operation.cause?.message,
  );
  return (
    <div className="px-4 pt-1 pb-5 sm:px-5 sm:pl-11">
      {operation.state === "queued" ? (
        <p className="mb-3 text-[0.8125rem] text-ink-muted">Queued. It starts automatically.</p>
      ) : null}
      <ol aria-label={nameOf(operation)}>
        {steps.map((step) => (
          <StepRow key={step.name} step={step} operation={operation} nowMs={now ?? 0} />
        ))}
      </ol>
      {operation.cause !== null && !shownAtStep ? (
        <div className="mt-3">
          <CauseNote cause={operation.cause} ended={hasEnded(operation)} />
        </div>
      ) : null}
      {operation.diagnosis ? (
        <div className="mt-3">
          <Diagnosis diagnosis={operation.diagnosis} />
        </div>
      ) : null}
    </div>
  );
}

function OperationTime({ operation }: { operation: TimelineOperation }) {
  const durationMs = durationOf(operation);
  if (durationMs !== null) return formatDuration(durationMs);
  if (hasEnded(operation) || operation.startedAt === null) return null;
  return <Elapsed since={operation.startedAt} />;
}

function nameOf({ kind, target, state }: TimelineOperation): string {
  const { running, done, failed } = target === null ? names[kind] : namesOfUpdate(target);
  if (state === "cancelled") return `${running}: stopped`;
  if (state === "failed") return failed;
  return state === "done" ? done : running;
}

function namesOfUpdate(target: string) {
  return {
    running: `Updating to ${target}`,
    done: `Updated to ${target}`,
    failed: `Could not be updated to ${target}`,
  };
}
