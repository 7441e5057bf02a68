"use client";

import type { TimelineOperation } from "@/lib/domain/timeline";
import { Elapsed } from "../live/elapsed";
import { formatDuration } from "../live/format-duration";
import { cn } from "../ui/cn";
import { CauseNote } from "./cause-note";
import { type LaidOutStep, spanOf } from "./lay-out-steps";
import { StepIcon } from "./step-icon";

interface StepRowProps {
  step: LaidOutStep;
  operation: TimelineOperation;
  /** The server's time, for running steps. */
  nowMs: number;
}

export function StepRow({ step, operation, nowMs }: StepRowProps) {
  return (
    <li className="group/step relative flex gap-3.5">
      <span
        aria-hidden="true"
        className="absolute top-8 bottom-[-0.25rem] left-3 w-px bg-line group-last/step:hidden"
      />
      <span className="py-1">
        <StepIcon state={step.state} />
      </span>
      <div className="min-w-0 flex-1 pb-3 group-last/step:pb-0">
        <div className="flex min-h-8 items-center gap-4">
          <p
            className={cn(
              "min-w-0 flex-1 text-sm",
              step.state === "pending" ? "text-ink-subtle" : "font-medium text-ink",
            )}
          >
            {step.title}
            {step.slowest ? (
              <span className="ml-2 rounded-full border border-warn-line bg-warn-soft px-1.5 py-px align-[1px] font-medium text-[0.6875rem] text-warn">
                slowest
              </span>
            ) : null}
          </p>
          <Bar step={step} operation={operation} nowMs={nowMs} />
          <p className="tabular w-16 shrink-0 whitespace-nowrap text-right text-[0.8125rem] text-ink-muted">
            <StepTime step={step} />
          </p>
        </div>
        {step.cause !== null && step.state !== "done" ? (
          <CauseNote cause={step.cause} ended={step.state !== "running"} />
        ) : null}
      </div>
    </li>
  );
}

function StepTime({ step }: { step: LaidOutStep }) {
  if (step.durationMs !== null) return formatDuration(step.durationMs);
  return step.state === "running" && step.startedAt !== null ? <Elapsed since={step.startedAt} /> : null;
}

const barTones = {
  pending: "",
  running: "bg-busy-solid",
  done: "bg-good-solid",
  failed: "bg-bad-solid",
  stopped: "bg-line-strong",
} satisfies Record<LaidOutStep["state"], string>;

/** The step's share of the operation's time. The duration beside it says the same as text. */
function Bar({ step, operation, nowMs }: StepRowProps) {
  const span = spanOf(step, operation, nowMs);
  return (
    <div
      aria-hidden="true"
      className={cn(
        "relative hidden h-1.5 w-32 shrink-0 overflow-hidden rounded-full sm:block lg:w-44",
        span && "bg-sunken",
      )}
    >
      {span ? (
        <span
          className={cn(
            "absolute inset-y-0 min-w-[3px] rounded-full",
            barTones[step.state],
            step.slowest && "bg-warn-solid",
          )}
          style={{ left: `${span.start * 100}%`, width: `${span.width * 100}%` }}
        />
      ) : null}
    </div>
  );
}
