import { appAddress } from "./app-address";
import { isPortFree, spawnApp, waitUntilReady } from "./app-process";
import { writeClusterRecord } from "./cluster-record";
import { exclusively } from "./exclusively";
import { prepare } from "./prepare";
import { printHowToGetIn } from "./print-how-to-get-in";
import { runScript } from "./run-script";

await runScript(async () => {
  const address = appAddress();
  if (!(await isPortFree(address.port, address.host))) {
    throw new Error(`Port ${address.port} is taken. Stop what runs there (npm run down), or set PORT.`);
  }
  const { env, cluster } = await exclusively(prepare);
  writeClusterRecord(cluster);
  const app = spawnApp({ mode: "dev", ...address, env });
  process.once("exit", () => app.kill("SIGTERM"));
  const ended = new Promise((resolve) => app.once("exit", resolve));
  await waitUntilReady(app, address.origin, { timeoutMs: 120_000 });
  printHowToGetIn();
  await ended;
});
