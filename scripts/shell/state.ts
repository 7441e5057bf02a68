import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root directory. */
export const projectRoot = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** The folder with this installation's data, logs and pid files, outside the checkout. */
export function stateDir(): string {
  return resolve(process.env.STOREYARD_STATE ?? join(homedir(), ".local/state/storeyard"));
}

/** The folder with files that can be rebuilt. Checkouts share it. */
export function cacheDir(): string {
  return resolve(process.env.STOREYARD_CACHE ?? join(homedir(), ".cache/storeyard"));
}

/** Creates a directory below the state directory, readable only by its owner, and returns its path. */
export function ensureStateDir(...path: string[]): string {
  const directory = join(stateDir(), ...path);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return directory;
}
