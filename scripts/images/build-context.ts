import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { isNoSource } from "./content-hash";

/** Copies folders of images/ and further files into a build context, so that the checkout is not changed. */
export function buildContext(
  source: string,
  target: string,
  folders: string[],
  beside: Record<string, string> = {},
): string {
  for (const folder of folders) {
    cpSync(join(source, folder), join(target, folder), {
      recursive: true,
      verbatimSymlinks: true,
      preserveTimestamps: true,
      filter: (path) => !isNoSource(path),
    });
  }
  for (const [place, file] of Object.entries(beside)) {
    mkdirSync(join(target, place, ".."), { recursive: true });
    cpSync(file, join(target, place), { preserveTimestamps: true });
  }
  return target;
}
