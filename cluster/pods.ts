import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { isRunning, type ProcessRecord, recordProcess } from "../scripts/shell/process-record";
import { type ClusterSettings, containerdSocket } from "./settings";

interface RunningProgram extends ProcessRecord {
  parent: number;
  args: string[];
}

/**
 * Stops the programs in the cluster's pods: SIGTERM, then SIGKILL after the grace period, then the shims. Shims are found
 * by the socket in their arguments, which no other containerd uses.
 */
export async function stopPods(settings: ClusterSettings, graceMs = 8_000): Promise<void> {
  const programs = listPrograms();
  const shims = programs.filter(({ args }) => isShimOf(settings, args));
  const shimPids = new Set(shims.map(({ pid }) => pid));
  const containers = programs.filter(({ parent }) => shimPids.has(parent));
  await endAll(containers, "SIGTERM", graceMs);
  await endAll(containers, "SIGKILL", 5_000);
  // containerd records how each container ended, and then ends its shim.
  await untilGone(shims, 3_000);
  await endAll(shims, "SIGKILL", 5_000);
}

export function isShimOf(settings: ClusterSettings, args: string[]): boolean {
  const address = args.indexOf("-address");
  return (
    /(^|\/)containerd-shim-runc-v2$/.test(args[0] ?? "") &&
    address > 0 &&
    args[address + 1] === containerdSocket(settings)
  );
}

async function endAll(programs: ProcessRecord[], signal: NodeJS.Signals, withinMs: number): Promise<void> {
  for (const { pid } of programs.filter(isRunning)) send(pid, signal);
  await untilGone(programs, withinMs);
}

async function untilGone(programs: ProcessRecord[], withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (programs.some(isRunning) && Date.now() < deadline) await delay(50);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has already ended.
  }
}

function listPrograms(): RunningProgram[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      const record = recordProcess(Number(entry));
      if (!record) return [];
      try {
        const stat = readFileSync(`/proc/${entry}/stat`, "utf8");
        const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
        const args = readFileSync(`/proc/${entry}/cmdline`, "utf8").split("\0");
        return [{ ...record, parent, args }];
      } catch {
        return [];
      }
    });
}
