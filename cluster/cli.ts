import { exclusively } from "../scripts/shell/exclusively";
import { runScript } from "../scripts/shell/run-script";
import { print } from "../scripts/shell/steps";
import { importImage, listImages } from "./import-image";
import { localClusterStatus, purgeLocalCluster, startLocalCluster, stopLocalCluster } from "./local-cluster";

const commands: Record<string, (...args: (string | undefined)[]) => Promise<void>> = {
  start: () => exclusively(async () => printStatus(await startLocalCluster())),
  stop: () => exclusively(stopLocalCluster),
  purge: () => exclusively(purgeLocalCluster),
  status: async () => printStatus(localClusterStatus()),
  images: async () => print((await listImages()).join("\n")),
  import: async (archive, ref) => {
    if (!archive || !ref) throw new Error("Usage: cluster/cli.ts import <archive.tar> <reference>");
    print(`${ref}: ${await importImage(archive, ref)}`);
  },
};

await runScript(async () => {
  const [name = "", ...args] = process.argv.slice(2);
  const command = commands[name];
  if (!command) throw new Error(`Usage: cluster/cli.ts ${Object.keys(commands).join("|")}`);
  await command(...args);
});

function printStatus(status: ReturnType<typeof localClusterStatus>): void {
  for (const { name, pid } of status.processes) {
    print(`${name.padEnd(24)} ${pid === null ? "stopped" : `running  pid ${pid}`}`);
  }
  print("");
  print(`API server  ${status.apiServer}`);
  print(`stores      ${status.httpOrigin}  ${status.httpsOrigin}`);
  print(`kubeconfig  ${status.kubeconfig}  (context ${status.context})`);
  print(`state       ${status.dir}`);
}
