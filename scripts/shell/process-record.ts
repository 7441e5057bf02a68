import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { execaSync } from "execa";

/** Identifies a process by its id and start time, because another process may get the same id later. */
export interface ProcessRecord {
  pid: number;
  /** On Linux the boot's id and the clock ticks since boot; elsewhere the output of `ps`. */
  started: string;
}

/** The record of a running process; null if there is none. A zombie does not count as running. */
export function recordProcess(pid: number): ProcessRecord | null {
  try {
    if (process.platform !== "linux") {
      const started = execaSync("ps", ["-o", "lstart=", "-p", String(pid)]).stdout;
      return started === "" ? null : { pid, started };
    }
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in parentheses, which may contain spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return { pid, started: `${boot}:${fields[19]}` };
  } catch {
    return null;
  }
}

export function isRunning(record: ProcessRecord): boolean {
  return recordProcess(record.pid)?.started === record.started;
}

/** Sends SIGTERM, and SIGKILL after the grace period. Returns whether the process was running. */
export async function stopProcess(record: ProcessRecord, graceMs = 10_000): Promise<boolean> {
  if (!isRunning(record)) return false;
  send(record, "SIGTERM");
  const killAt = Date.now() + graceMs;
  let killed = false;
  while (isRunning(record)) {
    if (!killed && Date.now() > killAt) {
      send(record, "SIGKILL");
      killed = true;
    }
    await delay(50);
  }
  return true;
}

function send(record: ProcessRecord, signal: NodeJS.Signals): void {
  try {
    process.kill(record.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
