import type { LogLine } from "@/lib/domain/inspection";

/** A displayed line. Its number is unique while the page is open. */
export interface ShownLine extends LogLine {
  number: number;
}

/** Lines that are rendered together. A full chunk never changes, so it is not rendered again. */
export interface LogChunk {
  id: number;
  lines: ShownLine[];
}

export interface LogBuffer {
  chunks: LogChunk[];
  /** The number of lines. */
  size: number;
  /** The number of the newest line. */
  lastNumber: number;
}

export const emptyLog: LogBuffer = { chunks: [], size: 0, lastNumber: 0 };

export const mostLines = 5_000;
const chunkLines = 100;

/** Appends lines and drops the oldest chunks beyond `mostLines`. Pure. */
export function addLines(buffer: LogBuffer, lines: LogLine[]): LogBuffer {
  const chunks = [...buffer.chunks];
  let { size, lastNumber } = buffer;
  for (const line of lines) {
    const shown = { ...line, number: ++lastNumber };
    const last = chunks.at(-1);
    if (last === undefined || last.lines.length >= chunkLines)
      chunks.push({ id: lastNumber, lines: [shown] });
    else chunks[chunks.length - 1] = { ...last, lines: [...last.lines, shown] };
    size++;
  }
  while (size > mostLines) size -= chunks.shift()?.lines.length ?? size;
  return { chunks, size, lastNumber };
}

/** Whether a timestamp is later than another. Kubernetes omits trailing zeros of the fraction. */
export function isLater(at: string, than: string): boolean {
  return instantKey(at) > instantKey(than);
}

function instantKey(at: string): string {
  const [seconds = "", fraction = ""] = at.replace(/Z$/, "").split(".");
  return `${seconds}.${fraction.padEnd(9, "0")}`;
}
