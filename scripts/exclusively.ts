import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { isRunning, type ProcessRecord, recordProcess } from "./process-record";
import { ensureStateDir } from "./state";
import { print } from "./steps";

/** Runs the work while no other script that changes the same installation runs; waits for its turn. */
export async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const lock = join(ensureStateDir(), "script.lock");
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, JSON.stringify(recordProcess(process.pid)));
  const release = () => {
    if (readHolder(lock)?.pid === process.pid) rmSync(lock, { force: true });
  };
  try {
    let waitedFor = 0;
    while (!tryLink(own, lock)) {
      const holder = readHolder(lock);
      if (holder === null || !isRunning(holder)) {
        rmSync(lock, { force: true });
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
