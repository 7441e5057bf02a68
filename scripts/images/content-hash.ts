import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join, relative } from "node:path";

export interface ImageSources {
  /** The folder images/, and its folders that go into the images. */
  source: string;
  folders: string[];
  /** Identifies the base Debian: equal texts mean the same Debian. */
  base: string;
  /** Further inputs, such as WooCommerce's hash. */
  beside: Record<string, string>;
}

/** Twelve hex digits that are equal for equal images. */
export function contentHash({ source, folders, base, beside }: ImageSources): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify({ base, ...beside, architecture: process.arch }));
  for (const file of folders.toSorted().flatMap((folder) => listFiles(join(source, folder)))) {
    const stat = lstatSync(file);
    const name = relative(source, file);
    if (stat.isSymbolicLink()) hash.update(`\0${name}\0link\0${readlinkSync(file)}`);
    else {
      const content = createHash("sha256").update(readFileSync(file)).digest("hex");
      hash.update(`\0${name}\0${stat.mode & 0o111 ? "program" : "file"}\0${content}`);
    }
  }
  return hash.digest("hex").slice(0, 12);
}

/**
 * Whether a path is not part of the sources: recipes, a zip in the folder, and files that experiments leave behind.
 */
export function isNoSource(path: string): boolean {
  return /\.zip$|\.tsbuildinfo$|(^|\/)(recipe|node_modules|\.next|next-env\.d\.ts)$/.test(path);
}

function listFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      if (isNoSource(path)) return [];
      return entry.isDirectory() ? listFiles(path) : [path];
    });
}
