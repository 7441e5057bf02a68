import { createHash } from "node:crypto";
import { join } from "node:path";
import { type AppAddress, appAddress } from "./app/app-address";
import { isPortFree, spawnApp, waitUntilReady } from "./app/app-process";
import { findRunningApp, removeAppRecord, writeAppRecord } from "./app/app-record";
import { buildApp } from "./app/build-app";
import { prepare } from "./app/prepare";
import { printSignInHelp } from "./app/print-sign-in-help";
import { writeClusterRecord } from "./cluster/cluster-record";
import { digestFiles } from "./shell/digest-files";
import { exclusively } from "./shell/exclusively";
import { recordProcess, stopProcess } from "./shell/process-record";
import { runScript } from "./shell/run-script";
import { ensureStateDir } from "./shell/state";
import { logStepsTo, print, step } from "./shell/steps";

/** What the app would read from the environment of this script, beside what is prepared for it. */
const passedOn = [
  "ADMIN_EMAIL",
  "ADMIN_PASSWORD",
  "CAPACITY_CHECK",
  "CREATE_DEADLINE_MS",
  "DATABASE_FILE",
  "GITHUB_CLIENT_ID",
  "GITHUB_CLIENT_SECRET",
  "GOOGLE_CLIENT_ID",
  "GOOGLE_CLIENT_SECRET",
  "LOG_LEVEL",
  "MAX_STORES",
  "NEXTAUTH_URL",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET",
  "OIDC_ISSUER",
  "OIDC_NAME",
  "OPEN_REGISTRATION",
  "TRUSTED_PROXIES",
  "WORKER_CONCURRENCY",
];

await runScript(() => exclusively(up));

async function up(): Promise<void> {
  const begun = performance.now();
  const address = appAddress();
  logStepsTo(join(ensureStateDir("logs"), "up.log"));
  await assertPortIsOurs(address.port, address.host);

  const [build, { env, cluster }] = await Promise.all([buildApp(), prepare()]);
  writeClusterRecord(cluster);
  const digest = digestOf(build, digestFiles(["charts", "drizzle"]), env);
  const running = findRunningApp();
  const same = running?.digest === digest && running.origin === address.origin;
  if (running && !same) {
    await step("Stop the app, since what it runs has changed", () => stopProcess(running.process));
    removeAppRecord();
  }
  if (!same) await start(address, env, digest);
  print("");
  print(
    same
      ? `Storeyard already runs at ${address.origin}`
      : `Storeyard runs at ${address.origin} (after ${Math.round((performance.now() - begun) / 1000)} s)`,
  );
  print("Stop it with: npm run down");
  printSignInHelp();
}

async function assertPortIsOurs(port: number, host: string): Promise<void> {
  if (findRunningApp()?.port === port || (await isPortFree(port, host))) return;
  throw new Error(
    `Port ${port} is taken by another program. End it, or choose another port: PORT=3100 npm run up`,
  );
}

function digestOf(build: string, runtime: string, env: Record<string, string>): string {
  const settings = passedOn.map((name) => [name, process.env[name] ?? ""]);
  const everything = JSON.stringify([build, runtime, Object.entries(env).sort(), settings]);
  return createHash("sha256").update(everything).digest("hex");
}

async function start(address: AppAddress, env: Record<string, string>, digest: string): Promise<void> {
  const logFile = join(ensureStateDir("logs"), "app.log");
  await step("Start the app", async () => {
    const app = spawnApp({ mode: "start", ...address, env, logFile, detached: true });
    const record = app.pid === undefined ? null : recordProcess(app.pid);
    if (record === null) throw new Error(`The app could not be started; see ${logFile}`);
    writeAppRecord({ process: record, origin: address.origin, port: address.port, digest, logFile });
    const reach = address.host === "0.0.0.0" || address.host === "::" ? "127.0.0.1" : address.host;
    try {
      await waitUntilReady(app, `http://${reach}:${address.port}`, { timeoutMs: 60_000, logFile });
    } catch (error) {
      await stopProcess(record);
      removeAppRecord();
      throw error;
    }
    app.unref();
  });
}
