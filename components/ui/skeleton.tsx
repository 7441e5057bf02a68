import { cn } from "./cn";

/** A place held for what is still coming; invisible to screen readers. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cn("animate-shimmer rounded-sm bg-hover", className)} />;
}
