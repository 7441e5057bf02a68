/**
 * The first key that occurs twice in one object of a valid JSON text. JSON.parse keeps the last of them
 * without a word, so that what was checked by eye and what is done could differ.
 */
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
