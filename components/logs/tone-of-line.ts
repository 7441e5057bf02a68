/** The HTTP status in a line of an access log. */
const answered = /"[A-Z]+ [^"]*" (\d)\d\d /;

/** A line's severity: from the status in an access log, otherwise from common keywords. */
export function toneOfLine(text: string): "bad" | "warn" | null {
  const status = answered.exec(text)?.[1];
  if (status !== undefined) return status === "5" ? "bad" : null;
  if (/\b(error|fatal|critical|crit|emerg|panic)\b/i.test(text)) return "bad";
  return /\bwarn(ing)?\b/i.test(text) ? "warn" : null;
}
