import { cn } from "./cn";

export type DotState = "ok" | "busy" | "bad";

const looks: Record<DotState, { label: string; classes: string }> = {
  ok: { label: "Healthy", classes: "bg-good-solid" },
  busy: { label: "In progress", classes: "bg-busy-solid animate-breathe" },
  bad: { label: "Failing", classes: "bg-bad-solid" },
};

/** A state as a coloured dot, with a label for screen readers. */
export function StateDot({ state, className }: { state: DotState; className?: string }) {
  const { label, classes } = looks[state];
  return (
    <span className={cn("shrink-0", className)}>
      <span aria-hidden="true" className={cn("block size-2 rounded-full", classes)} />
      <span className="sr-only">{label}:</span>
    </span>
  );
}
