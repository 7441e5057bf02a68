import { createWriteStream } from "node:fs";
import { execa } from "execa";
import { mention } from "./steps";

export interface CommandOptions {
  cwd?: string;
  /** The whole environment of the command; by default this process's own. */
  env?: NodeJS.ProcessEnv;
  /** Appends everything that the command prints. */
  logFile?: string;
  /** Without a line of output for this long, the command and its children are killed. There is no other limit. */
  silenceMs?: number;
  /** Called with every line of both streams; by default the running step shows it. */
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

/**
 * Runs a program to its end. Its children end with it, and all of them end with this process. Throws a CommandError with
 * the last lines of output when the program fails, can't be started, or is silent for too long.
 */
export async function runCommand(
  file: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<void> {
  const command = execa(file, args, {
    cwd: options.cwd,
    env: options.env,
    extendEnv: options.env === undefined,
    stdin: "ignore",
    buffer: false,
    reject: false,
    killDescendants: true,
  });
  const log = options.logFile ? createWriteStream(options.logFile, { flags: "a" }) : null;
  log?.write(`$ ${[file, ...args].join(" ")}\n`);
  const lastLines: string[] = [];
  let silent = false;
  const timer = options.silenceMs
    ? setTimeout(() => {
        silent = true;
        command.kill("SIGKILL");
      }, options.silenceMs)
    : undefined;
  const readLines = async (from: "stdout" | "stderr") => {
    for await (const line of command.iterable({ from })) {
      timer?.refresh();
      lastLines.push(line);
      if (lastLines.length > keptLines) lastLines.shift();
      log?.write(`${line}\n`);
      (options.onLine ?? mention)(line);
    }
  };
  try {
    const [result] = await Promise.all([command, readLines("stdout"), readLines("stderr")]);
    if (silent) {
      const minutes = Math.round((options.silenceMs ?? 0) / 60_000);
      throw new CommandError(`${file} was stopped: it printed nothing for ${minutes} minutes.`, lastLines);
    }
    if (result.signal) throw new CommandError(`${file} was ended by ${result.signal}.`, lastLines);
    if (result.exitCode === undefined) {
      throw new CommandError(`${file} could not be started: ${result.originalMessage}`, lastLines);
    }
    if (result.exitCode !== 0) throw new CommandError(`${file} ended with ${result.exitCode}.`, lastLines);
  } finally {
    clearTimeout(timer);
    log?.end();
  }
}
