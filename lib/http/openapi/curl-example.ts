import type { Operation } from "../contract/operation";

const samples: Record<string, string> = { name: "store1", candidate: "store2" };

/**
 * A curl command for a shell where STOREYARD is the installation's address and AUTH the Authorization header. Null for
 * operations that need a browser session. Values that only the reader knows are variables, such as $ID.
 */
export function curlExample({ access, method, path, body, example, answers }: Operation): string | null {
  if (access.who === "session") return null;
  const address = path.replace(/\{(\w+)\}/g, (_all, name: string) => samples[name] ?? `$${variableOf(name)}`);
  const streams = Object.values(answers).some(({ contentType }) => contentType === "text/event-stream");
  const parts = ["curl"];
  if (streams) parts.push("-N");
  if (method !== "GET" && !(method === "POST" && body)) parts.push("-X", method);
  parts.push(`"$STOREYARD${address}"`);
  if (access.who !== "anyone") parts.push('-H "$AUTH"');
  if (body) parts.push("-H 'Content-Type: application/json'", `-d ${quote(JSON.stringify(example))}`);
  return parts.join(" ");
}

function variableOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** Quotes for a POSIX shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
