const format = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });

/** A date in UTC, the same in every time zone. */
export function Day({ at }: { at: string }) {
  return (
    <time dateTime={at} className="tabular whitespace-nowrap">
      {format.format(new Date(at))}
    </time>
  );
}
