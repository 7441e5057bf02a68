import { AsyncLocalStorage } from "node:async_hooks";
import { appendFileSync } from "node:fs";

interface RunningStep {
  title: string;
  depth: number;
  startedAt: number;
  said: string;
}

const current = new AsyncLocalStorage<RunningStep>();
const running = new Set<RunningStep>();
const heartbeatMs = 30_000;
const output = process.stderr;
const live = Boolean(output.isTTY) && process.env.CI === undefined;
let drawnLines = 0;
let logFile: string | null = null;
let lastReportAt = performance.now();

/** Also appends every printed line to this file. */
export function logStepsTo(file: string | null): void {
  logFile = file;
}

/**
 * Runs named work and shows its progress and duration. Steps may run concurrently and may be nested.
 */
export async function step<T>(title: string, run: () => Promise<T> | T): Promise<T> {
  const depth = (current.getStore()?.depth ?? -1) + 1;
  const self: RunningStep = { title, depth, startedAt: performance.now(), said: "" };
  running.add(self);
  lastReportAt = performance.now();
  if (!live) print(`${indent(self)}· ${title}`);
  const beat = setInterval(() => (live ? draw() : heartbeat(self)), live ? 200 : heartbeatMs);
  beat.unref();
  try {
    const result = await current.run(self, async () => await run());
    close(self, "✓");
    return result;
  } catch (error) {
    close(self, "✗");
    throw error;
  } finally {
    clearInterval(beat);
  }
}

/** Shows a line as the running step's progress; outside of a step, prints it. */
export function say(line: string): void {
  const self = current.getStore();
  if (self !== undefined && self.said === line) return;
  mention(line);
  if (self === undefined) print(line);
  else if (!live) print(`${indent(self)}  ${running.size > 1 ? `${self.title}: ` : ""}${line}`);
}

/** Milliseconds since a step began, ended or reported something. */
export function silenceMs(): number {
  return performance.now() - lastReportAt;
}

/** Like `say`, for the many lines of a program: without a terminal only the heartbeat shows the latest one. */
export function mention(line: string): void {
  lastReportAt = performance.now();
  const self = current.getStore();
  if (self === undefined) return;
  self.said = line;
  draw();
}

/** Prints a line above the running steps. */
export function print(line: string): void {
  erase();
  output.write(`${line}\n`);
  if (logFile) appendFileSync(logFile, `${line}\n`);
  draw();
}

export function formatSeconds(ms: number): string {
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function close(self: RunningStep, mark: "✓" | "✗"): void {
  running.delete(self);
  lastReportAt = performance.now();
  print(`${indent(self)}${mark} ${self.title}  ${formatSeconds(performance.now() - self.startedAt)}`);
}

function heartbeat(self: RunningStep): void {
  const said = self.said ? `: ${self.said.slice(0, 100)}` : "";
  print(`${indent(self)}… ${self.title}  ${formatSeconds(performance.now() - self.startedAt)}${said}`);
}

function indent(self: RunningStep): string {
  return "  ".repeat(self.depth);
}

function erase(): void {
  if (!live || drawnLines === 0) return;
  output.write(`\u001b[${drawnLines}A\u001b[0J`);
  drawnLines = 0;
}

function draw(): void {
  if (!live) return;
  erase();
  const width = output.columns || 80;
  for (const self of running) {
    const elapsed = formatSeconds(performance.now() - self.startedAt);
    const line = `${indent(self)}· ${self.title}  ${elapsed}${self.said ? `  ${self.said}` : ""}`;
    output.write(`${line.slice(0, width - 1)}\n`);
    drawnLines++;
  }
}
