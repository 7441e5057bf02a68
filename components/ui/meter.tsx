import type { ReactNode } from "react";
import { cn } from "./cn";

interface MeterProps {
  label: string;
  /** The used share, from 0 to 1. */
  share: number;
  /** The same as text, e.g. "2 of 10". */
  words: ReactNode;
  /** Highlights the bar; by default from 90 % on. */
  tight?: boolean;
}

const highShare = 0.9;

/** A usage bar with its value as text. */
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
