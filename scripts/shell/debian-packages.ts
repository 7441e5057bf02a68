import { setTimeout as delay } from "node:timers/promises";
import { CommandError, runCommand } from "./command";

/** Another program's apt-get is waited for this long. */
const longestWaitMs = 10 * 60_000;
const lookAgainMs = 1_000;

let last: Promise<void> = Promise.resolve();
let updated: Promise<void> | undefined;

/** Installs Debian packages. Stages that run side by side may all ask: one apt-get runs at a time. */
export function installPackages(names: readonly string[]): Promise<void> {
  return inTurn(async () => {
    await update();
    await aptGet(["install", "--yes", "--no-install-recommends", ...names]);
  });
}

/** Downloads a package's archive into a directory without installing it. */
export function downloadPackage(name: string, directory: string): Promise<void> {
  return inTurn(async () => {
    await update();
    await aptGet(["download", name], directory);
  });
}

function inTurn(work: () => Promise<void>): Promise<void> {
  const mine = last.then(work);
  last = mine.catch(() => {});
  return mine;
}

/** The lists are fetched once a run; a failure is tried again by whoever asks next. */
async function update(): Promise<void> {
  updated ??= aptGet(["update"]);
  try {
    await updated;
  } catch (error) {
    updated = undefined;
    throw error;
  }
}

/** DPkg::Lock::Timeout waits for dpkg's lock alone: one on the package lists is an error at once. */
async function aptGet(args: readonly string[], cwd?: string): Promise<void> {
  const begun = performance.now();
  for (;;) {
    try {
      await runCommand("apt-get", ["-o", `DPkg::Lock::Timeout=${longestWaitMs / 1000}`, ...args], {
        cwd,
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
        silenceMs: 20 * 60_000,
      });
      return;
    } catch (error) {
      if (!isLocked(error) || performance.now() - begun > longestWaitMs) throw error;
      await delay(lookAgainMs);
    }
  }
}

export function isLocked(error: unknown): boolean {
  return error instanceof CommandError && error.lastLines.some((line) => line.includes("Could not get lock"));
}
