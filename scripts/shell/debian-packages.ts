import { setTimeout as delay } from "node:timers/promises";
import { CommandError, runCommand } from "./command";

/** How long to wait for another program's apt-get. */
const longestWaitMs = 10 * 60_000;
const lookAgainMs = 1_000;

let last: Promise<void> = Promise.resolve();
let updated: Promise<void> | undefined;

/** Installs Debian packages. Concurrent calls run one after the other. */
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

/** Updates the package lists once per run. After a failure, the next call tries again. */
async function update(): Promise<void> {
  updated ??= aptGet(["update"]);
  try {
    await updated;
  } catch (error) {
    updated = undefined;
    throw error;
  }
}

/** Runs apt-get, and repeats it while the package lists are locked: DPkg::Lock::Timeout covers only dpkg's own lock. */
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
