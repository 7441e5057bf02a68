import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root directory. */
export const projectRoot = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** Where this installation keeps its data, logs and pid files; outside of the checkout. */
export function stateDir(): string {
  return resolve(process.env.STOREYARD_STATE ?? join(homedir(), ".local/state/storeyard"));
}

/** Where what can be made again is kept between checkouts. */
export function cacheDir(): string {
  return resolve(process.env.STOREYARD_CACHE ?? join(homedir(), ".cache/storeyard"));
}

/** A directory below the state directory, made where it is missing; only its owner reads it. */
export function ensureStateDir(...path: string[]): string {
  const directory = join(stateDir(), ...path);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return directory;
}
