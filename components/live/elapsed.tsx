"use client";

import { formatDuration } from "./format-duration";
import { useNow } from "./use-now";

/** The running time since `since`. Screen readers get the final duration instead. */
export function Elapsed({ since }: { since: Date }) {
  const now = useNow(100);
  return (
    <span aria-hidden="true" className="tabular">
      {now === null ? "" : formatDuration(now - since.getTime())}
    </span>
  );
}
