import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { mention } from "./steps";

export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Appends everything that the command prints. */
  logFile?: string;
  /** Past this the command and its children are killed. */
  timeoutMs?: number;
  /** Every line of both streams; by default the step mentions it. */
  onLine?: (line: string) => void;
}

export class CommandError extends Error {
  readonly lastLines: string[];
  constructor(message: string, lastLines: string[]) {
    super(message);
    this.name = "CommandError";
    this.lastLines = lastLines;
  }
}

const keptLines = 60;
const groups = new Set<number>();

/** Runs a program to its end, in a process group of its own; rejects with its last lines where it fails. */
export async function runCommand(
  file: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<void> {
  const child = spawn(file, args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  if (child.pid !== undefined) groups.add(child.pid);
  const log = options.logFile ? createWriteStream(options.logFile, { flags: "a" }) : null;
  log?.write(`$ ${[file, ...args].join(" ")}\n`);
  const lastLines: string[] = [];
  const take = (line: string) => {
    lastLines.push(line);
    if (lastLines.length > keptLines) lastLines.shift();
    log?.write(`${line}\n`);
    (options.onLine ?? mention)(line);
  };
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", take);

  let timedOut = false;
  const timer = options.timeoutMs
    ? setTimeout(() => {
        timedOut = true;
        killGroup(child.pid, "SIGKILL");
      }, options.timeoutMs)
    : undefined;
  try {
    const outcome = await new Promise<string | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) =>
        resolve(code === 0 ? null : signal ? `was ended by ${signal}` : `ended with ${code}`),
      );
    });
    if (timedOut) {
      const limit = Math.round((options.timeoutMs ?? 0) / 60_000);
      throw new CommandError(`${file} was stopped: it took longer than ${limit} minutes.`, lastLines);
    }
    if (outcome !== null) throw new CommandError(`${file} ${outcome}.`, lastLines);
  } finally {
    clearTimeout(timer);
    if (child.pid !== undefined) groups.delete(child.pid);
    log?.end();
  }
}

/** Ends every command that still runs, with its children: for a script that is interrupted. */
export function killCommands(signal: NodeJS.Signals = "SIGTERM"): void {
  for (const group of groups) killGroup(group, signal);
}

function killGroup(group: number | undefined, signal: NodeJS.Signals): void {
  if (group === undefined) return;
  try {
    process.kill(-group, signal);
  } catch {
    // It has ended by itself.
  }
}
