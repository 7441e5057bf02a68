"use client";

import { ChevronRight } from "lucide-react";
import { useStore } from "@/components/current-store/store-context";
import { titleOf } from "@/lib/domain/operation";
import type { TimelineOperation } from "@/lib/domain/timeline";
import { Elapsed } from "../live/elapsed";
import { formatDuration } from "../live/format-duration";
import { TimeAgo } from "../live/time-ago";
import { useNow } from "../live/use-now";
import { CancelOperation } from "./cancel-operation";
import { CauseNote } from "./cause-note";
import { Diagnosis } from "./diagnosis";
import { durationOf, hasEnded, layOutSteps } from "./lay-out-steps";
import { StepRow } from "./step-row";

/** An operation, collapsible: by default the latest one is open. */
export function OperationSection({ operation, open }: { operation: TimelineOperation; open: boolean }) {
  const name = useOperationName(operation);
  return (
    <details open={open} className="group/operation">
      <summary className="flex list-none items-center gap-2 px-4 py-3 outline-offset-[-2px] hover:bg-hover/50 sm:px-5">
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 text-ink-subtle transition-transform duration-150 group-open/operation:rotate-90"
        />
        <h3 className="min-w-0 flex-1 truncate font-medium text-sm">{name}</h3>
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
  const { engine, operations } = useStore();
  const name = useOperationName(operation);
  const now = useNow(hasEnded(operation) ? null : 100);
  const steps = layOutSteps(operation, engine, operations[operation.kind]?.steps);
  const shownAtStep = steps.some(
    (step) => step.state === "failed" && step.cause?.message === operation.cause?.message,
  );
  return (
    <div className="px-4 pt-1 pb-5 sm:px-5 sm:pl-11">
      {operation.state === "queued" ? (
        <p className="mb-3 text-[0.8125rem] text-ink-muted">Queued. It starts automatically.</p>
      ) : null}
      <ol aria-label={name}>
        {steps.map((step) => (
          <StepRow key={step.name} step={step} operation={operation} nowMs={now ?? 0} />
        ))}
      </ol>
      {operation.cause !== null && !shownAtStep ? (
        <div className="mt-3">
          <CauseNote cause={operation.cause} ended={hasEnded(operation)} />
        </div>
      ) : null}
      <CancelOperation operation={operation} />
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

/** The operation's title in its current state. */
function useOperationName({ kind, state, target }: TimelineOperation): string {
  const profile = useStore().operations[kind];
  return profile ? titleOf(profile.titles, state, target) : kind;
}
