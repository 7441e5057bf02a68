import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { projectRoot } from "../shell/state";
import { bundledServer } from "./bundle-server";

export interface AppProcessOptions {
  mode: "start" | "dev";
  port: number;
  host: string;
  env: Record<string, string>;
  /** Its output is appended to this file; by default it shares this process's output. */
  logFile?: string;
  /** Whether the app outlives the script that starts it. */
  detached?: boolean;
}

/**
 * The young generation of the heap, in MB per semi-space: half of Node's 16 MB, so that less memory is kept at rest.
 * With 2 MB it filled before a page was rendered, and garbage collection took a fifth of the time of the list page.
 */
const nodeFlags = ["--max-semi-space-size=8"];

/** server.ts: the bundle of the build, or the file itself in development. */
const programs = { start: [bundledServer], dev: ["--import", "tsx", join(projectRoot, "server.ts")] };

/** Starts the app's server. Use `waitUntilReady` to wait until it answers. */
export function spawnApp(options: AppProcessOptions): ChildProcess {
  const output = options.logFile === undefined ? "inherit" : openSync(options.logFile, "a");
  try {
    return spawn(process.execPath, [...nodeFlags, ...programs[options.mode]], {
      cwd: projectRoot,
      env: appProcessEnv(options),
      stdio: ["ignore", output, output],
      detached: options.detached ?? false,
    });
  } finally {
    if (typeof output === "number") closeSync(output);
  }
}

/** The environment of the app: this process's own, and what was prepared for the app. */
export function appProcessEnv(
  options: Pick<AppProcessOptions, "mode" | "port" | "host" | "env">,
): NodeJS.ProcessEnv {
  const { npm_config_loglevel: _level, ...machine } = process.env;
  return {
    ...machine,
    NODE_ENV: options.mode === "dev" ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(options.port),
    HOST: options.host,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${options.port}`,
    ...options.env,
  };
}

/** Waits until the app reports that it is ready, or alive with `path`. Throws when it exits or takes too long. */
export async function waitUntilReady(
  app: ChildProcess,
  origin: string,
  options: { timeoutMs: number; logFile?: string; path?: "/readyz" | "/healthz" },
): Promise<void> {
  const giveUpAt = Date.now() + options.timeoutMs;
  let said = "it did not answer";
  while (Date.now() < giveUpAt) {
    if (app.exitCode !== null || app.signalCode !== null) {
      throw new Error(`The app exited during its start.${lastLogLines(options.logFile)}`);
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
  return ` The last lines of ${file}:\n  ${lines.join("\n  ")}`;
}

/** Whether a program can listen on the port at that address. */
export function isPortFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Finds a free port of the loopback address. */
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
