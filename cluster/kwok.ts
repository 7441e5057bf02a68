import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { step } from "../scripts/shell/steps";
import { ApiServer } from "./api-server";
import { buildPrograms, findBinary } from "./build";
import { renderKwokStages } from "./kwok-stages";
import { ensureProcess, stopClusterProcess } from "./processes";
import { type ClusterSettings, clusterSettings, kubeconfigFile } from "./settings";
import { untilReady } from "./until-ready";

/** Only pods that tolerate this taint are scheduled on a fake node. */
export const fakeNodeTaint = { key: "kwok.x-k8s.io/node", value: "fake", effect: "NoSchedule" } as const;

/** Only fake nodes have this label. */
export const fakeNodeLabel = { key: "type", value: "kwok" } as const;

const nodeName = (index: number) => `fake-${index}`;

/**
 * Adds fake nodes to the running local cluster. kwok simulates their kubelet: pods on them become ready at once, and
 * nothing runs. Builds kwok first, which only the burst benchmark uses.
 */
export async function startFakeNodes(count: number): Promise<void> {
  const settings = clusterSettings();
  await buildPrograms(["kwok"]).get("kwok");
  const api = new ApiServer(settings);
  try {
    await step(`Add ${count} fake nodes`, async () => {
      for (let index = 0; index < count; index++) await api.apply(buildFakeNode(nodeName(index), settings));
      const stages = join(settings.dir, "config/kwok.yaml");
      writeFileSync(stages, renderKwokStages());
      await ensureProcess(settings.dir, {
        name: "kwok",
        binary: findBinary("kwok"),
        inputs: [stages],
        args: [
          `--config=${stages}`,
          `--kubeconfig=${kubeconfigFile(settings)}`,
          `--manage-nodes-with-annotation-selector=${fakeNodeTaint.key}=${fakeNodeTaint.value}`,
          `--node-ip=${settings.nodeIp}`,
          "--cidr=198.18.0.0/15",
          "--node-lease-duration-seconds=40",
          "--v=WARN",
        ],
      });
      const names = Array.from({ length: count }, (_, index) => nodeName(index));
      await untilReady(settings, "kwok", async () => {
        return (await Promise.all(names.map((name) => api.isNodeReady(name)))).every(Boolean);
      });
    });
  } finally {
    api.close();
  }
}

/** Removes the fake nodes and the pods on them. */
export async function stopFakeNodes(): Promise<void> {
  const settings = clusterSettings();
  const api = new ApiServer(settings);
  try {
    await api.deleteAll("nodes", `${fakeNodeLabel.key}=${fakeNodeLabel.value}`);
  } finally {
    api.close();
  }
  await stopClusterProcess(settings.dir, "kwok");
}

export function buildFakeNode(name: string, settings: ClusterSettings) {
  const resources = { cpu: "64", memory: "256Gi", pods: "1000", "ephemeral-storage": "1Ti" };
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: {
      name,
      annotations: { [fakeNodeTaint.key]: fakeNodeTaint.value },
      labels: {
        [fakeNodeLabel.key]: fakeNodeLabel.value,
        // Volumes have an affinity to the real node's host name, so pods with a volume need it here too.
        "kubernetes.io/hostname": settings.nodeName,
        "kubernetes.io/os": "linux",
      },
    },
    spec: { taints: [fakeNodeTaint] },
    status: { allocatable: resources, capacity: resources },
  };
}
