import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Changes whenever a file of the chart does; costs a stat a file. Empty where there is no such directory. */
export async function fingerprintChart(directory: string): Promise<string> {
  const entries = await readdir(directory, { recursive: true }).catch(() => []);
  const lines = await Promise.all(
    entries.sort().map(async (entry) => {
      const { mtimeMs, size, ino } = await stat(join(directory, entry));
      return `${entry} ${ino} ${size} ${mtimeMs}`;
    }),
  );
  return lines.join("\n");
}
