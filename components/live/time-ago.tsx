"use client";

import { useNow } from "./use-now";

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "narrow" });
const absolute = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });
const day = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });

/** A relative time such as "3min ago", kept current. Its title is the exact time in the user's time zone. */
export function TimeAgo({ at }: { at: string }) {
  const now = useNow(30_000);
  const date = new Date(at);
  return (
    <time dateTime={at} title={now === null ? undefined : absolute.format(date)} className="tabular">
      {now === null ? day.format(date) : describeAge(now - date.getTime(), date)}
    </time>
  );
}

function describeAge(ageMs: number, date: Date): string {
  const minutes = Math.floor(ageMs / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return relative.format(-minutes, "minute");
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return relative.format(-hours, "hour");
  const days = Math.floor(hours / 24);
  return days < 30 ? relative.format(-days, "day") : day.format(date);
}
