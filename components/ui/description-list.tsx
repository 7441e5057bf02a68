import type { ReactNode } from "react";

/** A list of terms and their values. */
export function DescriptionList({ children }: { children: ReactNode }) {
  return <dl className="flex flex-col gap-3 px-4 py-4 text-[0.8125rem] sm:px-5">{children}</dl>;
}

export function DescriptionItem({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="shrink-0 text-ink-muted">{term}</dt>
      <dd className="min-w-0 break-words text-right font-medium">{children}</dd>
    </div>
  );
}
