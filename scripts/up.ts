import { join } from "node:path";
import { readSettings } from "@/lib/env";
import { type AppAddress, appAddress } from "./app/app-address";
import { appProcessEnv, isPortFree, spawnApp, waitUntilReady } from "./app/app-process";
import { findRunningApp, removeAppRecord, writeAppRecord } from "./app/app-record";
import { buildApp } from "./app/build-app";
import { prepare } from "./app/prepare";
import { printSignInHelp } from "./app/print-sign-in-help";
import { runDigest } from "./app/run-digest";
import { writeClusterRecord } from "./cluster/cluster-record";
import { digestFiles } from "./shell/digest-files";
import { exclusively } from "./shell/exclusively";
import { recordProcess, stopProcess } from "./shell/process-record";
import { runScript } from "./shell/run-script";
import { ensureStateDir } from "./shell/state";
import { logStepsTo, print, step } from "./shell/steps";

await runScript(() => exclusively(up));

async function up(): Promise<void> {
  const begun = performance.now();
  const address = appAddress();
  // A wrong setting is refused before anything is built.
  readSettings();
  logStepsTo(join(ensureStateDir("logs"), "up.log"));
  await assertPortIsOurs(address.port, address.host);

  const [build, { env, cluster }] = await Promise.all([buildApp(), prepare()]);
  writeClusterRecord(cluster);
  const files = digestFiles(["charts", "drizzle"]);
  const digest = runDigest({
    build,
    files,
    host: address.host,
    env: appProcessEnv({ mode: "start", ...address, env }),
  });
  const running = findRunningApp();
  const same = running?.digest === digest && running.origin === address.origin;
  if (running && !same) {
    await step("Stop the app, because its build or its settings changed", () => stopProcess(running.process));
    removeAppRecord();
  }
  if (!same) await start(address, env, digest);
  print("");
  print(
    same
      ? `Storeyard is already running at ${address.origin}`
      : `Storeyard is running at ${address.origin} (after ${Math.round((performance.now() - begun) / 1000)} s)`,
  );
  print("Stop it with: npm run down");
  printSignInHelp();
}

async function assertPortIsOurs(port: number, host: string): Promise<void> {
  if (findRunningApp()?.port === port || (await isPortFree(port, host))) return;
  throw new Error(
    `Port ${port} is taken by another program. Stop that program, or set another port: PORT=3100 npm run up`,
  );
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
