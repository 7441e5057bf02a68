import { Check, Minus, X } from "lucide-react";
import { cn } from "../ui/cn";
import { Spinner } from "../ui/spinner";
import type { LaidOutStep } from "./lay-out-steps";

const looks = {
  pending: { label: "Pending", classes: "border-dashed border-line text-ink-subtle", icon: null },
  running: {
    label: "Running",
    classes: "border-busy-line bg-busy-soft text-busy",
    icon: <Spinner className="size-3.5" />,
  },
  done: {
    label: "Done",
    classes: "border-good-line bg-good-soft text-good",
    icon: <Check strokeWidth={2.75} />,
  },
  failed: {
    label: "Failed",
    classes: "border-bad-line bg-bad-soft text-bad",
    icon: <X strokeWidth={2.75} />,
  },
  stopped: {
    label: "Stopped",
    classes: "border-line bg-sunken text-ink-subtle",
    icon: <Minus strokeWidth={2.75} />,
  },
} satisfies Record<LaidOutStep["state"], unknown>;

export function StepIcon({ state }: { state: LaidOutStep["state"] }) {
  const { label, classes, icon } = looks[state];
  return (
    <span
      className={cn("grid size-6 shrink-0 place-items-center rounded-full border [&_svg]:size-3.5", classes)}
    >
      <span aria-hidden="true">{icon}</span>
      <span className="sr-only">{label}:</span>
    </span>
  );
}
