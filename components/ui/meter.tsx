import type { ReactNode } from "react";
import { cn } from "./cn";

interface MeterProps {
  label: string;
  /** From 0; 1 is all of it. */
  share: number;
  /** The same in words, e.g. "2 of 10". */
  words: ReactNode;
  /** It wants attention for a reason that the share does not show. */
  tight?: boolean;
}

/** From here on it is worth a look. */
const highShare = 0.9;

/** How much of something is taken; the words say what the bar shows. */
export function Meter({ label, share, words, tight = share >= highShare }: MeterProps) {
  return (
    <div className="text-[0.8125rem]">
      <div className="flex items-baseline justify-between gap-3">
        <span className="text-ink-muted">{label}</span>
        <span className="tabular font-medium">{words}</span>
      </div>
      <div aria-hidden="true" className="mt-1.5 h-1.5 overflow-hidden rounded-full bg-hover">
        <div
          className={cn(
            "h-full rounded-full transition-[width] duration-300",
            tight ? "bg-warn-solid" : "bg-ink-muted",
          )}
          style={{ width: `${Math.min(Math.max(share, 0), 1) * 100}%` }}
        />
      </div>
    </div>
  );
}
