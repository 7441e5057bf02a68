import type { LogChunk } from "./log-buffer";

/** A part of a line that matches the search, or the text between matches. */
export interface Piece {
  text: string;
  matches: boolean;
}

/** The numbers of the lines that contain the query, in any letter case. */
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
