import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * A string that changes with every file of the chart and of the charts that it links to; costs one stat for each file.
 * Empty where the directory does not exist.
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
