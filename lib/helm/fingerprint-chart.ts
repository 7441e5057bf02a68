import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * Changes whenever a file of the chart does, or one of the charts that it links to; costs a stat a file.
 * Empty where there is no such directory.
 */
export async function fingerprintChart(directory: string): Promise<string> {
  const entries = await readdir(directory).catch(() => []);
  const lines = await Promise.all(
    entries.sort().map(async (entry) => {
      const path = join(directory, entry);
      const found = await stat(path);
      if (found.isDirectory()) return fingerprintChart(path);
      return `${path} ${found.ino} ${found.size} ${found.mtimeMs}`;
    }),
  );
  return lines.join("\n");
}
