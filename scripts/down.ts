import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { execaSync } from "execa";
import { localClusterStatus, purgeLocalCluster, stopLocalCluster } from "@/cluster/local-cluster";
import { findRunningApp, removeAppRecord } from "./app/app-record";
import { findClusterRecord } from "./cluster/cluster-record";
import { removeKindCluster, stopKindCluster } from "./cluster/kind-cluster";
import { listStoreNamespaces, removeStoreNamespaces } from "./cluster/purge-stores";
import { exclusively } from "./shell/exclusively";
import { stopProcess } from "./shell/process-record";
import { runScript } from "./shell/run-script";
import { stateDir } from "./shell/state";
import { print, step } from "./shell/steps";

const { values: options } = parseArgs({
  options: { purge: { type: "boolean", default: false }, yes: { type: "boolean", default: false } },
});

await runScript(async () => {
  if (options.purge && !(await agreesToPurge())) {
    print("Nothing was stopped or removed.");
    return;
  }
  await exclusively(down);
});

async function down(): Promise<void> {
  const app = findRunningApp();
  const kind = findClusterRecord()?.kind;
  const local = localClusterStatus().processes.some(({ pid }) => pid !== null);
  if (app) await step("Stop the app", () => stopProcess(app.process));
  removeAppRecord();
  if (options.purge) return purge();
  if (local) await stopLocalCluster();
  if (kind === "kind") await stopKindCluster();
  if (!app && !local && kind !== "kind") print("Storeyard was not running.");
  else print(`Stopped. The data are kept in ${stateDir()}; npm run up uses them again.`);
}

async function purge(): Promise<void> {
  const cluster = findClusterRecord();
  if (cluster?.kind === "existing") {
    await step(`Remove the stores from ${cluster.context}`, () => removeStoreNamespaces(cluster));
  }
  if (cluster?.kind === "kind") await removeKindCluster();
  await purgeLocalCluster();
  await step(`Remove ${stateDir()}`, () => {
    // This command's own lock is released when it ends.
    for (const entry of readdirSync(stateDir()).filter((name) => !name.startsWith("script.lock"))) {
      rmSync(join(stateDir(), entry), { recursive: true, force: true });
    }
  });
}

/** Lists what will be removed. Asks for confirmation at a terminal; elsewhere --purge is the confirmation. */
async function agreesToPurge(): Promise<boolean> {
  const paths = existsSync(stateDir()) ? readdirSync(stateDir()).map((name) => join(stateDir(), name)) : [];
  if (paths.length === 0) {
    print(`There are no data in ${stateDir()}.`);
    return true;
  }
  print("This permanently removes every store with its orders and files, and all accounts:");
  for (const path of paths) print(`  ${sizeOf(path).padStart(6)}  ${path}`);
  const cluster = findClusterRecord();
  if (cluster?.kind === "kind") print(`          the kind cluster ${cluster.context}`);
  if (cluster?.kind === "existing") {
    for (const name of await listStoreNamespaces(cluster))
      print(`          namespace ${name} in ${cluster.context}`);
  }
  if (options.yes || !process.stdin.isTTY) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question("Type purge to continue: ")).trim() === "purge";
  } finally {
    terminal.close();
  }
}

/** Disk usage of a path, from du, without mounts below it. */
function sizeOf(path: string): string {
  // du fails when files of running stores disappear meanwhile. Its sum is still good enough.
  const { stdout } = execaSync("du", ["-shx", path], { reject: false });
  return stdout.split("\t")[0] ?? "";
}
