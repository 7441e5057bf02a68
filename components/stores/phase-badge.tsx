import { Clock, TriangleAlert, XCircle } from "lucide-react";
import type { ReactNode } from "react";
import type { Cause } from "@/lib/domain/cause";
import type { Phase } from "@/lib/domain/store";
import { Badge, type Tone } from "../ui/badge";
import { Spinner } from "../ui/spinner";

const dots: Record<Tone, string> = {
  neutral: "bg-ink-subtle",
  good: "bg-good-solid",
  busy: "bg-busy-solid",
  warn: "bg-warn-solid",
  bad: "bg-bad-solid",
};

interface Look {
  label: string;
  tone: Tone;
  icon: ReactNode;
}

const looks: Record<Phase, Look> = {
  queued: { label: "Queued", tone: "neutral", icon: <Clock aria-hidden="true" /> },
  creating: { label: "Creating", tone: "busy", icon: <Spinner /> },
  ready: { label: "Ready", tone: "good", icon: <span className="size-2 rounded-full bg-good-solid" /> },
  unready: { label: "Not ready", tone: "warn", icon: <TriangleAlert aria-hidden="true" /> },
  failed: { label: "Failed", tone: "bad", icon: <XCircle aria-hidden="true" /> },
  deleting: { label: "Deleting", tone: "neutral", icon: <Spinner /> },
};

export function phaseLabel(phase: Phase): string {
  return looks[phase].label;
}

/** Class name of a dot in the phase's colour. */
export function phaseDot(phase: Phase): string {
  return dots[looks[phase].tone];
}

/** What a store's badge depends on. */
export interface ShownState {
  phase: Phase;
  cause: Cause | null;
  /** Why the latest operation failed; null if it did not. */
  lastFailure?: string | null;
}

const withWarning: Look = {
  label: "Ready, with a warning",
  tone: "warn",
  icon: <TriangleAlert aria-hidden="true" />,
};

/** A store that is ready and has a problem all the same never looks like one without. */
function lookOf(state: ShownState): Look {
  return state.phase === "ready" && warningOf(state) !== null ? withWarning : looks[state.phase];
}

/** What is wrong with a store, as a sentence; null if nothing is. */
export function warningOf({ cause, lastFailure }: ShownState): string | null {
  if (cause) return cause.message;
  return lastFailure ? `The last operation failed: ${lastFailure}` : null;
}

export function stateLabel(state: ShownState): string {
  return lookOf(state).label;
}

export function stateTone(state: ShownState): Tone {
  return lookOf(state).tone;
}

export function StateBadge(state: ShownState) {
  const { label, tone, icon } = lookOf(state);
  return (
    <Badge tone={tone} title={warningOf(state) ?? undefined}>
      {icon}
      {label}
    </Badge>
  );
}
