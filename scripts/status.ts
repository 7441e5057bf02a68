import { localClusterStatus } from "@/cluster/local-cluster";
import { findRunningApp } from "./app/app-record";
import { runScript } from "./shell/run-script";
import { stateDir } from "./shell/state";

await runScript(async () => {
  const app = findRunningApp();
  const cluster = localClusterStatus();
  const dead = cluster.processes.filter(({ pid }) => pid === null).map(({ name }) => name);
  console.log(
    `app       ${app ? `running at ${app.origin} (process ${app.process.pid}): ${await readiness(app.port)}` : "not running"}`,
  );
  if (cluster.running) console.log(`cluster   local, running; KUBECONFIG=${cluster.kubeconfig}`);
  else if (dead.length === cluster.processes.length) console.log("cluster   local, not running");
  else console.log(`cluster   local, without ${dead.join(", ")}: npm run up starts them again`);
  console.log(`state     ${stateDir()}`);
  if (!app) process.exitCode = 3;
});

async function readiness(port: number): Promise<string> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5_000) });
    return response.ok ? "ready" : (await response.text()).trim();
  } catch (error) {
    return `it does not answer (${(error as Error).message})`;
  }
}
