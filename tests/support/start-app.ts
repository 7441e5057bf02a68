import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@/lib/db/connect";
import { plans } from "@/lib/db/schema";
import { findFirstAdmin } from "@/lib/services/accounts/ensure-first-admin";
import { createToken } from "@/lib/services/accounts/tokens";
import { findFreePort, spawnApp, waitUntilReady } from "@/scripts/app/app-process";
import { projectRoot } from "@/scripts/shell/state";
import { readTestInstallation } from "./test-installation";

export const adminEmail = "admin@example.com";
export const adminPassword = "a password for the tests";

/** An app's address and a token for it. */
export interface AppAddress {
  origin: string;
  /** An API token of the first admin; empty where there is none yet. */
  token: string;
}

export interface TestApp extends AppAddress {
  /** The link with which the first admin sets up the installation. */
  setUpLink(): string;
  pid(): number;
  /** Where its output goes. */
  logFile: string;
  databaseFile: string;
  /** Ends the server with SIGKILL, as a crash would. */
  kill9(): Promise<void>;
  /** Ends it with SIGTERM. Returns how long that took, in milliseconds. */
  stop(): Promise<number>;
  /** Starts it again with the same data and these changed variables. */
  restart(changes?: Record<string, string>): Promise<void>;
  /** Ends it and removes its data. */
  close(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const app of running) app.kill("SIGKILL");
});

/**
 * The built app as in production, with its own database and port. With an empty ADMIN_PASSWORD, its first admin uses
 * the set-up link.
 */
export async function startApp(
  options: {
    /** Of the cluster and the images; without it, those that the tests' cluster has. */
    installation?: Record<string, string>;
    env?: Record<string, string>;
    storesPerUser?: number;
  } = {},
): Promise<TestApp> {
  const state = mkdtempSync(join(tmpdir(), "storeyard-test-"));
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const logs = join(projectRoot, "test-results/apps");
  mkdirSync(logs, { recursive: true });
  const logFile = join(logs, `${port}.log`);
  const env = {
    ...(options.installation ?? readTestInstallation().env),
    STOREYARD_STATE: state,
    DATABASE_FILE: join(state, "storeyard.db"),
    MAX_STORES: "50",
    // The requests of a test within a minute are not limited.
    RATE_LIMIT_PER_MINUTE: "1000000",
    RATE_LIMIT_CREATES_PER_MINUTE: "1000000",
    RATE_LIMIT_SIGN_INS_PER_QUARTER_HOUR: "1000000",
    ADMIN_EMAIL: adminEmail,
    ADMIN_PASSWORD: adminPassword,
    NEXTAUTH_URL: origin,
    ...options.env,
  };

  let app = await launch();
  async function launch(): Promise<ChildProcess> {
    const child = spawnApp({ mode: "start", port, host: "127.0.0.1", env, logFile });
    running.add(child);
    child.once("exit", () => running.delete(child));
    await waitUntilReady(child, origin, { timeoutMs: 120_000, logFile });
    return child;
  }
  async function end(signal: NodeJS.Signals): Promise<number> {
    const begun = performance.now();
    if (app.exitCode === null && app.signalCode === null) {
      const ended = new Promise((resolve) => app.once("exit", resolve));
      app.kill(signal);
      await ended;
    }
    return performance.now() - begun;
  }

  return {
    origin,
    token: env.ADMIN_PASSWORD === "" ? "" : makeToken(env.DATABASE_FILE, options.storesPerUser ?? 1_000),
    setUpLink: () => readFileSync(join(state, "set-up-link.txt"), "utf8").trim(),
    pid: () => app.pid as number,
    logFile,
    databaseFile: env.DATABASE_FILE,
    kill9: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
    restart: async (changes = {}) => {
      Object.assign(env, changes);
      app = await launch();
    },
    close: async () => {
      await end("SIGTERM");
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** Of an account that may own so many stores of each plan. */
function makeToken(databaseFile: string, storesPerUser: number): string {
  const db = openDatabase(databaseFile);
  try {
    db.update(plans).set({ storesPerUser }).run();
    const admin = findFirstAdmin(db);
    if (admin === undefined) throw new Error("The app is ready and has no admin.");
    return createToken({ db }, admin.id, { name: "tests", scope: "admin" }).token;
  } finally {
    db.$client.close();
  }
}
