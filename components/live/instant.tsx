"use client";

import { useNow } from "./use-now";

const options = {
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
} as const;
const here = new Intl.DateTimeFormat("en", { ...options, hourCycle: "h23" });
const utc = new Intl.DateTimeFormat("en", { ...options, hourCycle: "h23", timeZone: "UTC" });

/** A time with seconds, in the user's time zone after hydration and in UTC before. */
export function Instant({ at }: { at: string }) {
  const now = useNow(3_600_000);
  return (
    <time dateTime={at} title={at} className="tabular whitespace-nowrap">
      {(now === null ? utc : here).format(new Date(at))}
    </time>
  );
}
