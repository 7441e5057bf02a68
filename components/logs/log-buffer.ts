import type { LogLine } from "@/lib/domain/inspection";

/** A line as it is shown; its number is its own for as long as the page is open. */
export interface ShownLine extends LogLine {
  number: number;
}

/** Lines that are drawn together: one that is full never changes again, so that it is not drawn again either. */
export interface LogChunk {
  id: number;
  lines: ShownLine[];
}

export interface LogBuffer {
  chunks: LogChunk[];
  /** How many lines there are. */
  size: number;
  /** Of the last line that came. */
  lastNumber: number;
}

export const emptyLog: LogBuffer = { chunks: [], size: 0, lastNumber: 0 };

export const mostLines = 5_000;
const chunkLines = 100;

/** Puts lines at the end; past the most that is kept, the oldest go. Pure. */
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

/** Whether a line comes after another one: the API leaves out zeros at a fraction's end. */
export function isLater(at: string, than: string): boolean {
  return instantKey(at) > instantKey(than);
}

function instantKey(at: string): string {
  const [seconds = "", fraction = ""] = at.replace(/Z$/, "").split(".");
  return `${seconds}.${fraction.padEnd(9, "0")}`;
}
