import type { LogChunk } from "./log-buffer";

/** A line cut into what matches and what lies between. */
export interface Piece {
  text: string;
  matches: boolean;
}

/** Numbers of the lines that hold what is searched for, whatever its case. */
export function findMatches(chunks: LogChunk[], query: string): number[] {
  if (query === "") return [];
  const wanted = query.toLowerCase();
  return chunks.flatMap(({ lines }) =>
    lines.filter(({ text }) => text.toLowerCase().includes(wanted)).map(({ number }) => number),
  );
}

export function cutAtMatches(text: string, query: string): Piece[] {
  if (query === "") return [{ text, matches: false }];
  const lower = text.toLowerCase();
  const wanted = query.toLowerCase();
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, from)) {
    if (at > from) pieces.push({ text: text.slice(from, at), matches: false });
    from = at + wanted.length;
    pieces.push({ text: text.slice(at, from), matches: true });
  }
  if (from < text.length) pieces.push({ text: text.slice(from), matches: false });
  return pieces;
}
