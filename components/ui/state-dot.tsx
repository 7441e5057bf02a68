import { cn } from "./cn";

export type DotState = "ok" | "busy" | "bad";

const looks: Record<DotState, { label: string; classes: string }> = {
  ok: { label: "As it should be", classes: "bg-good-solid" },
  busy: { label: "On its way", classes: "bg-busy-solid animate-breathe" },
  bad: { label: "In trouble", classes: "bg-bad-solid" },
};

/** How something is, as a dot, and as words for who does not see it. */
export function StateDot({ state, className }: { state: DotState; className?: string }) {
  const { label, classes } = looks[state];
  return (
    <span className={cn("shrink-0", className)}>
      <span aria-hidden="true" className={cn("block size-2 rounded-full", classes)} />
      <span className="sr-only">{label}:</span>
    </span>
  );
}
