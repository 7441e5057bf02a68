import { Clock, TriangleAlert, XCircle } from "lucide-react";
import type { ReactNode } from "react";
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

const looks: Record<Phase, { label: string; tone: Tone; icon: ReactNode }> = {
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

export function phaseTone(phase: Phase): Tone {
  return looks[phase].tone;
}

/** Class name of a dot in the phase's colour. */
export function phaseDot(phase: Phase): string {
  return dots[phaseTone(phase)];
}

export function PhaseBadge({ phase }: { phase: Phase }) {
  const { label, tone, icon } = looks[phase];
  return (
    <Badge tone={tone}>
      {icon}
      {label}
    </Badge>
  );
}
