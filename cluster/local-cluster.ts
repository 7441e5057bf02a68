import { existsSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { step } from "../scripts/shell/steps";
import { bootCluster } from "./boot";
import { findBinary } from "./build";
import { removeCgroups } from "./cgroups";
import { unmountAll } from "./mounts";
import { removeNetwork } from "./network";
import { findSystemPrograms } from "./packages";
import { stopPods } from "./pods";
import { type ProcessName, processNames, processSpec } from "./process-table";
import { ensureProcess, findProcess, stopClusterProcess } from "./processes";
import { apiServerUrl, type ClusterSettings, clusterSettings, contextName, kubeconfigFile } from "./settings";

/** Grace period of processes without data of their own. */
const shortMs = 1_500;

export interface ClusterStatus {
  /** Whether all of its processes run. */
  running: boolean;
  processes: { name: ProcessName; pid: number | null }[];
  context: string;
  kubeconfig: string;
  apiServer: string;
  httpOrigin: string;
  httpsOrigin: string;
  dir: string;
}

/** Starts the local cluster, or restarts its dead processes. Fast when all of them run. */
export async function startLocalCluster(): Promise<ClusterStatus> {
  await bootCluster(clusterSettings());
  return localClusterStatus();
}

/** Stops the local cluster and reverts its changes to the machine. Its data are kept. */
export async function stopLocalCluster(): Promise<void> {
  const settings = clusterSettings();
  const stop = (names: ProcessName[], graceMs?: number) =>
    Promise.all(names.map((name) => stopClusterProcess(settings.dir, name, graceMs)));
  await step("Stop the local cluster", async () => {
    await stopClusterProcess(settings.dir, "kwok");
    await stop(["kubelet", "kube-controller-manager", "kube-scheduler", "provisioner", "ingress"], shortMs);
    await stopPods(settings);
    // The API server would wait for watching clients. Its data are in etcd.
    await stop(["caddy", "dns", "kube-proxy", "kube-apiserver"], shortMs);
    await stop(["containerd", "etcd"]);
    await unmountAll(settings.dir);
    await removeNetwork(settings);
    removeCgroups();
  });
}

/** Stops the local cluster and removes its data: objects, volumes, images and logs. */
export async function purgeLocalCluster(): Promise<void> {
  const { dir } = clusterSettings();
  if (!existsSync(dir)) return;
  await stopLocalCluster();
  await step(`Remove ${dir}`, () => {
    rmSync(dir, { recursive: true, force: true });
    removeLinksInto(dir, "/var/log/containers");
  });
}

export function localClusterStatus(): ClusterStatus {
  const settings = clusterSettings();
  const processes = processNames.map((name) => ({
    name,
    pid: findProcess(settings.dir, name)?.pid ?? null,
  }));
  return {
    running: processes.every(({ pid }) => pid !== null),
    processes,
    context: contextName,
    kubeconfig: kubeconfigFile(settings),
    apiServer: apiServerUrl(settings),
    httpOrigin: `http://${settings.ingressHost}:${settings.ingressHttpPort}`,
    httpsOrigin: `https://${settings.ingressHost}:${settings.ingressHttpsPort}`,
    dir: settings.dir,
  };
}

/** Stops one process of a running cluster, to simulate its death. */
export async function stopProcess(name: ProcessName): Promise<boolean> {
  return stopClusterProcess(clusterSettings().dir, name);
}

/** Starts one process of a cluster that was started before. */
export async function startProcess(name: ProcessName): Promise<boolean> {
  const settings: ClusterSettings = clusterSettings();
  return ensureProcess(settings.dir, processSpec(name, settings, findSystemPrograms(), findBinary));
}

/** Removes links into a folder: the kubelet links each container's log in /var/log/containers. */
function removeLinksInto(target: string, directory: string): void {
  if (!existsSync(directory)) return;
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const link = join(directory, entry.name);
    if (entry.isSymbolicLink() && readlinkSync(link).startsWith(`${target}/`)) rmSync(link);
  }
}
