import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CuttableProxy, startCuttableProxy } from "./cuttable-proxy";
import { kubectl } from "./kubectl";

/** The tests' cluster through a connection that a test can interrupt, for users of this kubeconfig only. */
export async function startCuttableCluster(): Promise<CuttableProxy & { kubeconfig: string }> {
  const config = JSON.parse(await kubectl("config", "view", "--minify", "--flatten", "--raw", "-o", "json"));
  const { cluster } = config.clusters[0];
  const server = new URL(cluster.server);
  const proxy = await startCuttableProxy({ host: server.hostname, port: Number(server.port || 443) });
  // A name that every API server has in its certificate.
  cluster["tls-server-name"] = "kubernetes";
  cluster.server = `https://127.0.0.1:${proxy.port}`;
  const kubeconfig = join(mkdtempSync(join(tmpdir(), "storeyard-proxy-")), "kubeconfig");
  writeFileSync(kubeconfig, JSON.stringify(config), { mode: 0o600 });
  return { ...proxy, kubeconfig };
}
