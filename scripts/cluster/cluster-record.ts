import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureStateDir, stateDir } from "../shell/state";
import type { ChosenCluster } from "./choose-cluster";

/** The cluster with this installation's stores, as recorded in the state directory. */
export type ClusterRecord = Pick<ChosenCluster, "kind" | "context" | "kubeconfig">;

const file = () => join(stateDir(), "cluster.json");

export function findClusterRecord(): ClusterRecord | null {
  return existsSync(file()) ? (JSON.parse(readFileSync(file(), "utf8")) as ClusterRecord) : null;
}

export function writeClusterRecord({ kind, context, kubeconfig }: ClusterRecord): void {
  ensureStateDir();
  writeFileSync(file(), JSON.stringify({ kind, context, kubeconfig }, null, 2), { mode: 0o600 });
}
