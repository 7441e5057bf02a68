const maxLength = 300;
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours begin with the escape character.
const colours = /\u001b\[[0-9;]*m/g;

/** The last line of a log that is not empty, cut to the length of a timeline entry; null where there is none. */
export function lastLogLine(log: string): string | null {
  const line = log
    .replace(colours, "")
    .split("\n")
    .findLast((candidate) => candidate.trim())
    ?.trim();
  if (!line) return null;
  return line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line;
}
