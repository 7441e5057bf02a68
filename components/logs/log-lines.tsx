import { memo } from "react";
import { cn } from "../ui/cn";
import { cutAtMatches } from "./find-matches";
import type { LogChunk, ShownLine } from "./log-buffer";
import { toneOfLine } from "./tone-of-line";

const lineHeightPx = 20;
const tones = { bad: "border-bad-solid text-bad", warn: "border-warn-solid text-warn" };
const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

interface LogLinesProps {
  chunk: LogChunk;
  query: string;
  /** The number of the line with the current match. */
  current: number | null;
  wrap: boolean;
}

/**
 * A chunk of the log. The browser neither lays out nor paints chunks out of view, but its own search and copying still
 * include them.
 */
export const LogLines = memo(function LogLines({ chunk, query, current, wrap }: LogLinesProps) {
  return (
    <div
      className={cn("[content-visibility:auto]", !wrap && "w-max min-w-full")}
      style={{ containIntrinsicSize: `auto none auto ${chunk.lines.length * lineHeightPx}px` }}
    >
      {chunk.lines.map((line) => (
        <Line key={line.number} line={line} query={query} current={line.number === current} wrap={wrap} />
      ))}
    </div>
  );
}, isSame);

/** Going to the next match renders only the chunks of the previous and the next one. */
function isSame(before: LogLinesProps, after: LogLinesProps): boolean {
  return (
    before.chunk === after.chunk &&
    before.query === after.query &&
    before.wrap === after.wrap &&
    currentIn(before) === currentIn(after)
  );
}

function currentIn({ chunk, current }: LogLinesProps): number | null {
  return chunk.lines.some(({ number }) => number === current) ? current : null;
}

function Line({
  line,
  query,
  current,
  wrap,
}: {
  line: ShownLine;
  query: string;
  current: boolean;
  wrap: boolean;
}) {
  const tone = toneOfLine(line.text);
  return (
    <div
      data-number={line.number}
      className={cn(
        "flex gap-3 border-transparent border-l-2 px-3 hover:bg-hover/60 sm:px-4",
        tone && tones[tone],
        current && "bg-busy-soft hover:bg-busy-soft",
      )}
    >
      <time
        dateTime={line.at}
        title={line.at}
        className="tabular hidden shrink-0 select-none text-ink-subtle sm:block"
      >
        {time.format(new Date(line.at))}
      </time>
      <span className={wrap ? "min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]" : "whitespace-pre"}>
        {cutAtMatches(line.text, query).map((piece, index) =>
          piece.matches ? (
            // The pieces of a line have no identity but their index, and keep their order.
            <mark key={index} className="rounded-[2px] bg-warn-solid text-[black]">
              {piece.text}
            </mark>
          ) : (
            piece.text
          ),
        )}
      </span>
    </div>
  );
}
