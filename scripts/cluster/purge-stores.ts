import { existsSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { openDatabase } from "@/lib/db/connect";
import { installationSettings } from "@/lib/db/schema";
import { installationLabel } from "@/lib/reconcile/namespace-labels";
import { stateDir } from "../shell/state";
import type { ClusterRecord } from "./cluster-record";
import { ensureTools } from "./tools";

/** Lists the namespaces of this installation's stores, by their label, in a cluster that is not removed. */
export async function listStoreNamespaces(cluster: ClusterRecord): Promise<string[]> {
  const selector = storeSelector();
  if (selector === null) return [];
  return (await kubectl(cluster, ["get", "namespaces", "--selector", selector, "--output=name"]))
    .split("\n")
    .filter((name) => name !== "")
    .map((name) => name.replace("namespace/", ""));
}

export async function removeStoreNamespaces(cluster: ClusterRecord): Promise<void> {
  const selector = storeSelector();
  if (selector === null) return;
  await kubectl(cluster, ["delete", "namespaces", "--selector", selector, "--wait", "--timeout=5m"]);
}

function storeSelector(): string | null {
  const file = process.env.DATABASE_FILE || join(stateDir(), "storeyard.db");
  if (!existsSync(file)) return null;
  const db = openDatabase(file);
  try {
    const id = db
      .select()
      .from(installationSettings)
      .all()
      .find(({ key }) => key === "installation-id")?.value;
    return id === undefined ? null : `${installationLabel}=${id}`;
  } finally {
    db.$client.close();
  }
}

async function kubectl(cluster: ClusterRecord, args: string[]): Promise<string> {
  const binary = (await ensureTools()).kubectl;
  const { stdout } = await execa(binary, ["--context", cluster.context, ...args], {
    env: { KUBECONFIG: cluster.kubeconfig },
  });
  return stdout;
}
