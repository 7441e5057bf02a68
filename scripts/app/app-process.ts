import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { projectRoot } from "../shell/state";

export interface AppProcessOptions {
  mode: "start" | "dev";
  port: number;
  host: string;
  env: Record<string, string>;
  /** Where its output goes; without one it goes where ours goes. */
  logFile?: string;
  /** True where the app outlives the script that starts it. */
  detached?: boolean;
}

/** A smaller nursery for new objects: 30 MB less after a busy hour, for a little more of the collector's time. */
const nodeFlags = ["--max-semi-space-size=2"];

/** Starts the app's server; `waitUntilReady` says when it answers. */
export function spawnApp(options: AppProcessOptions): ChildProcess {
  const output = options.logFile === undefined ? "inherit" : openSync(options.logFile, "a");
  try {
    // The server's own file: behind `npx next` a signal would end npx and leave the server.
    return spawn(
      process.execPath,
      [
        ...nodeFlags,
        "node_modules/next/dist/bin/next",
        options.mode,
        "-p",
        String(options.port),
        "-H",
        options.host,
      ],
      {
        cwd: projectRoot,
        env: appProcessEnv(options),
        stdio: ["ignore", output, output],
        detached: options.detached ?? false,
      },
    );
  } finally {
    if (typeof output === "number") closeSync(output);
  }
}

/** What the machine gives, without what belongs to the script that starts the app. */
function appProcessEnv(options: AppProcessOptions): NodeJS.ProcessEnv {
  const { npm_config_loglevel: _level, ...machine } = process.env;
  return {
    ...machine,
    NODE_ENV: options.mode === "dev" ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_MANUAL_SIG_HANDLE: "true",
    PORT: String(options.port),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${options.port}`,
    ...options.env,
  };
}

/** Resolves when the app answers that it is ready (or, by `path`, that it lives); rejects where it ends before, or takes too long. */
export async function waitUntilReady(
  app: ChildProcess,
  origin: string,
  options: { timeoutMs: number; logFile?: string; path?: "/readyz" | "/healthz" },
): Promise<void> {
  const giveUpAt = Date.now() + options.timeoutMs;
  let said = "it did not answer";
  while (Date.now() < giveUpAt) {
    if (app.exitCode !== null || app.signalCode !== null) {
      throw new Error(`The app ended while it started.${lastLogLines(options.logFile)}`);
    }
    try {
      const response = await fetch(`${origin}${options.path ?? "/readyz"}`, {
        signal: AbortSignal.timeout(5_000),
      });
      if (response.ok) return;
      said = `it said ${response.status} ${(await response.text()).slice(0, 300)}`;
    } catch {
      // Not listening yet.
    }
    await delay(100);
  }
  const seconds = Math.round(options.timeoutMs / 1000);
  throw new Error(`The app was not ready within ${seconds} s: ${said}.${lastLogLines(options.logFile)}`);
}

function lastLogLines(file: string | undefined): string {
  if (file === undefined) return "";
  const lines = readFileSync(file, "utf8").trimEnd().split("\n").slice(-15);
  return ` The end of ${file}:\n  ${lines.join("\n  ")}`;
}

/** Whether the port can be listened on at that address. */
export function isPortFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port of loopback that nothing listens on at the moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
