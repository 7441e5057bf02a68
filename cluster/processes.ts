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
  /** Files that it reads only at its start: a change requires a restart. */
  inputs?: string[];
}

/** A process of the cluster, as recorded in its pid file. */
export interface ClusterProcess extends ProcessRecord {
  /** The command that it was started with: a different one requires a restart. */
  command: string;
}

/** The cluster uses the machine's own programs, not the ones that the caller's PATH lists before them. */
export const systemPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

const keptLogBytes = 64 * 2 ** 20;

export const logFile = (dir: string, name: string) => join(dir, "logs", `${name}.log`);
export const pidFile = (dir: string, name: string) => join(dir, "pids", `${name}.json`);

/** Starts the process unless it runs with the same command. Returns whether it was started. */
export async function ensureProcess(dir: string, spec: ProcessSpec): Promise<boolean> {
  const running = findProcess(dir, spec.name);
  if (running?.command === commandOf(spec)) return false;
  if (running) await stopClusterProcess(dir, spec.name);
  await untilGone(dir, spec.name);
  await startProcess(dir, spec);
  return true;
}

/** The process if it is running. A process with a recycled pid has another start time, and does not count. */
export function findProcess(dir: string, name: string): ClusterProcess | null {
  const record = readRecord(dir, name);
  return record && isRunning(record) ? record : null;
}

/** Waits until a dead process has released its ports: it counts as dead before its last thread has ended. */
export async function untilGone(dir: string, name: string): Promise<void> {
  const record = readRecord(dir, name);
  if (!record || isRunning(record)) return;
  while (countThreads(record.pid) > 1 && !recordProcess(record.pid)) await delay(20);
}

/** Stops the process if it is the recorded one. Returns whether it was running. */
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

/** The last lines of a process's log, for error messages. */
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
