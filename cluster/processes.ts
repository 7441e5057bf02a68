import { spawn } from "node:child_process";
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { isRunning, type ProcessRecord, recordProcess, stopProcess } from "../scripts/shell/process-record";
import { sha256 } from "./oci-archive";

export interface ProcessSpec {
  name: string;
  binary: string;
  args: string[];
  env?: Record<string, string>;
  /** Files that it reads only when it starts: a change of one means that it has to be started again. */
  inputs?: string[];
}

/** A process of the cluster as its pid file tells it. */
export interface ClusterProcess extends ProcessRecord {
  /** The command it was started with: another one means that it has to be started again. */
  command: string;
}

/** The cluster runs with the machine's own programs, not with what stands before them on the caller's PATH. */
export const systemPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

const keptLogBytes = 64 * 2 ** 20;

export const logFile = (dir: string, name: string) => join(dir, "logs", `${name}.log`);
export const pidFile = (dir: string, name: string) => join(dir, "pids", `${name}.json`);

/** Starts the process unless it already runs with the same command; says whether it was started. */
export async function ensureProcess(dir: string, spec: ProcessSpec): Promise<boolean> {
  const running = findProcess(dir, spec.name);
  if (running?.command === commandOf(spec)) return false;
  if (running) await stopClusterProcess(dir, spec.name);
  await untilGone(dir, spec.name);
  await startProcess(dir, spec);
  return true;
}

/** The process if it runs. A recycled pid is not taken for it, since its start time differs. */
export function findProcess(dir: string, name: string): ClusterProcess | null {
  const record = readRecord(dir, name);
  return record && isRunning(record) ? record : null;
}

/** Waits for what a dead process still holds: it counts as dead before its last thread has let go of its ports. */
export async function untilGone(dir: string, name: string): Promise<void> {
  const record = readRecord(dir, name);
  if (!record || isRunning(record)) return;
  while (countThreads(record.pid) > 1 && !recordProcess(record.pid)) await delay(20);
}

/** Ends the process if it is ours; says whether it was running. */
export async function stopClusterProcess(dir: string, name: string, graceMs = 5_000): Promise<boolean> {
  const record = readRecord(dir, name);
  const wasRunning = record !== null && (await stopProcess(record, graceMs));
  await untilGone(dir, name);
  rmSync(pidFile(dir, name), { force: true });
  return wasRunning;
}

export function commandOf(spec: ProcessSpec): string {
  const inputs = (spec.inputs ?? []).map((file) => sha256(readFileSync(file)));
  return JSON.stringify([spec.binary, spec.args, spec.env ?? {}, inputs]);
}

/** The end of a process's log, for the error that says why it did not come up. */
export function lastLogLines(dir: string, name: string, count = 12): string {
  try {
    return readFileSync(logFile(dir, name), "utf8").trimEnd().split("\n").slice(-count).join("\n");
  } catch {
    return "";
  }
}

async function startProcess(dir: string, spec: ProcessSpec): Promise<void> {
  mkdirSync(join(dir, "logs"), { recursive: true });
  mkdirSync(join(dir, "pids"), { recursive: true });
  const log = logFile(dir, spec.name);
  rotate(log);
  const output = openSync(log, "a");
  const child = spawn(spec.binary, spec.args, {
    cwd: dir,
    detached: true,
    stdio: ["ignore", output, output],
    env: { PATH: systemPath, HOME: dir, ...spec.env } as Record<string, string> as NodeJS.ProcessEnv,
  });
  closeSync(output);
  const record = child.pid === undefined ? null : recordProcess(child.pid);
  if (record) {
    const stored: ClusterProcess = { ...record, command: commandOf(spec) };
    writeFileSync(pidFile(dir, spec.name), `${JSON.stringify(stored)}\n`, { mode: 0o600 });
  }
  await new Promise<void>((resolve, reject) => {
    child.once("spawn", resolve);
    child.once("error", (cause) =>
      reject(new Error(`${spec.name} could not be started: ${cause.message}`, { cause })),
    );
  });
  child.unref();
}

function countThreads(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`).length;
  } catch {
    return 0;
  }
}

function rotate(log: string): void {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > keptLogBytes) renameSync(log, `${log}.old`);
}

function readRecord(dir: string, name: string): ClusterProcess | null {
  try {
    return JSON.parse(readFileSync(pidFile(dir, name), "utf8")) as ClusterProcess;
  } catch {
    return null;
  }
}
