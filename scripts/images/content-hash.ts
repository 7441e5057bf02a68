import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join, relative } from "node:path";

export interface ImageSources {
  /** The folder with the Containerfiles and all that they copy. */
  source: string;
  /** What the Debian below is: equal texts are the same Debian. */
  base: string;
  /** The zip's sha256, or `none`. */
  woocommerce: string;
}

/** Twelve hex digits: equal where the images would be equal. */
export function contentHash({ source, base, woocommerce }: ImageSources): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify({ base, woocommerce, architecture: process.arch }));
  for (const file of listFiles(source)) {
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

/** Everything that git would have there; a zip that somebody put beside it is a source of its own. */
export function listFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return listFiles(path);
      return entry.name.endsWith(".zip") ? [] : [path];
    });
}
