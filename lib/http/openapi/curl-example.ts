import type { Operation } from "../contract/operation";

const samples: Record<string, string> = { name: "store1", candidate: "store2" };

/**
 * A call that can be pasted into a shell where STOREYARD is the installation's address and AUTH the header with a
 * token; null for what takes a browser. What only its reader can know is a variable, such as $ID.
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

/** For a POSIX shell: nothing within single quotes means anything. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
