/** The first duplicate key within one object of a valid JSON text. JSON.parse silently keeps the last value. */
export function findDuplicateKey(json: string): string | null {
  const open: (Set<string> | null)[] = [];
  let previous: string | null = null;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    else if (token === ":" && previous !== null) {
      const key = JSON.parse(previous) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
    previous = token.startsWith('"') ? token : null;
  }
  return null;
}
