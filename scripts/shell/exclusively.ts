import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { isRunning, type ProcessRecord, recordProcess } from "./process-record";
import { ensureStateDir } from "./state";
import { print } from "./steps";

/** Runs the work while no other script that changes the same installation runs; who asked first goes first. */
export async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const lock = join(ensureStateDir(), "script.lock");
  const own = `${lock}.${Date.now()}.${process.pid}`;
  // Renamed, so that who looks at the queue never sees half of it.
  const half = join(dirname(lock), `.asking.${process.pid}`);
  writeFileSync(half, JSON.stringify(recordProcess(process.pid)));
  renameSync(half, own);
  const release = () => {
    if (readHolder(lock)?.pid === process.pid) rmSync(lock, { force: true });
  };
  try {
    let waitedFor = 0;
    for (;;) {
      const ahead = findAhead(lock, own);
      if (ahead === null && tryLink(own, lock)) break;
      const holder = readHolder(lock);
      if (holder === null || !isRunning(holder)) {
        // Only who is next takes the mark of the dead away: another might take a living one's.
        if (ahead === null) rmSync(lock, { force: true });
        else await delay(50);
        continue;
      }
      if (holder.pid !== waitedFor) {
        waitedFor = holder.pid;
        print(`Another command of Storeyard is at work (process ${holder.pid}): waiting for it.`);
      }
      await delay(500);
    }
  } finally {
    rmSync(own, { force: true });
  }
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/** Who waits and asked earlier; what is left of those that died waiting is removed. */
function findAhead(lock: string, own: string): ProcessRecord | null {
  const queue = readdirSync(dirname(lock))
    .filter((file) => file.startsWith(`${basename(lock)}.`))
    .sort()
    .map((file) => join(dirname(lock), file));
  for (const file of queue.slice(0, queue.indexOf(own))) {
    const waiting = readHolder(file);
    if (waiting !== null && isRunning(waiting)) return waiting;
    rmSync(file, { force: true });
  }
  return null;
}

/** A hard link appears with its content, or not at all. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function readHolder(lock: string): ProcessRecord | null {
  try {
    return JSON.parse(readFileSync(lock, "utf8")) as ProcessRecord | null;
  } catch {
    return null;
  }
}
