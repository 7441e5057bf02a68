/** The status in an access log's line. */
const answered = /"[A-Z]+ [^"]*" (\d)\d\d /;

/** How grave a line is: by the answer's status in an access log, else by what most programs call what is wrong. */
export function toneOfLine(text: string): "bad" | "warn" | null {
  const status = answered.exec(text)?.[1];
  if (status !== undefined) return status === "5" ? "bad" : null;
  if (/\b(error|fatal|critical|crit|emerg|panic)\b/i.test(text)) return "bad";
  return /\bwarn(ing)?\b/i.test(text) ? "warn" : null;
}
