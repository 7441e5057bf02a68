import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join, relative } from "node:path";

export interface ImageSources {
  /** The folder images/, and those of its folders that the images are made of. */
  source: string;
  folders: string[];
  /** What the Debian below is: equal texts are the same Debian. */
  base: string;
  /** What goes in beside the folders; WooCommerce's sha256, say. */
  beside: Record<string, string>;
}

/** Twelve hex digits: equal where the images would be equal. */
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
 * What lies beside the sources and is none: how they are built, a zip that somebody put there, and what trying things
 * out leaves.
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
