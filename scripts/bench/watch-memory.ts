import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/** Resident memory of a process in MB, from /proc. */
export function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}

/** Samples a process's memory. `stop` returns the maximum in MB. */
export function watchMemory(pid: number): { stop: () => number } {
  let peak = residentMegabytes(pid);
  const timer = setInterval(() => {
    peak = Math.max(peak, residentMegabytes(pid));
  }, 100);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.max(peak, residentMegabytes(pid));
    },
  };
}

/** Memory of an idle app in MB: the minimum over some seconds. */
export async function memoryAtRest(pid: number, seconds = 10): Promise<number> {
  let lowest = Number.POSITIVE_INFINITY;
  for (let second = 0; second < seconds; second++) {
    await delay(1_000);
    lowest = Math.min(lowest, residentMegabytes(pid));
  }
  return lowest;
}
