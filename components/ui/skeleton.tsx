import { cn } from "./cn";

/** A placeholder for loading content, hidden from screen readers. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cn("animate-shimmer rounded-sm bg-hover", className)} />;
}
