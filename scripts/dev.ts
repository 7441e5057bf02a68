import { appAddress } from "./app/app-address";
import { isPortFree, spawnApp, waitUntilReady } from "./app/app-process";
import { prepare } from "./app/prepare";
import { printSignInHelp } from "./app/print-sign-in-help";
import { writeClusterRecord } from "./cluster/cluster-record";
import { exclusively } from "./shell/exclusively";
import { runScript } from "./shell/run-script";

await runScript(async () => {
  const address = appAddress();
  if (!(await isPortFree(address.port, address.host))) {
    throw new Error(
      `Port ${address.port} is in use. Stop the program that uses it (npm run down), or set PORT.`,
    );
  }
  const { env, cluster } = await exclusively(prepare);
  writeClusterRecord(cluster);
  const app = spawnApp({ mode: "dev", ...address, env });
  process.once("exit", () => app.kill("SIGTERM"));
  const ended = new Promise((resolve) => app.once("exit", resolve));
  await waitUntilReady(app, address.origin, { timeoutMs: 120_000 });
  printSignInHelp();
  await ended;
});
