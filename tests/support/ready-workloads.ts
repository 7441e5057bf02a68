import type { KubeObject } from "@/lib/kube/kube-object";

interface WorkloadSpec {
  replicas?: number;
  template?: { metadata?: { labels?: Record<string, string> }; spec?: unknown };
}

/** The workload after its controller has rolled out the newest spec. */
export function rollOut(workload: KubeObject): KubeObject {
  const replicas = (workload.spec as WorkloadSpec | undefined)?.replicas ?? 1;
  const status = {
    observedGeneration: workload.metadata.generation,
    replicas,
    readyReplicas: replicas,
    availableReplicas: replicas,
    updatedReplicas: replicas,
    ...(workload.kind === "StatefulSet" && { currentRevision: "1", updateRevision: "1" }),
  };
  return { ...workload, status };
}

/** The only node. */
export const fakeNode = "machine-1";

/** The workload's one pod, running and ready. */
export function buildReadyPod(workload: KubeObject): KubeObject {
  const template = (workload.spec as WorkloadSpec | undefined)?.template;
  const { name, namespace, labels } = workload.metadata;
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: `${name}-0`, namespace, labels: { ...labels, ...template?.metadata?.labels } },
    spec: { containers: [], ...(template?.spec as object), nodeName: fakeNode },
    status: {
      phase: "Running",
      conditions: [
        { type: "Ready", status: "True" },
        { type: "ContainersReady", status: "True" },
      ],
    },
  };
}

export function bindClaim(claim: KubeObject): KubeObject {
  const { resources } = (claim.spec ?? {}) as { resources?: { requests?: { storage?: string } } };
  return { ...claim, status: { phase: "Bound", capacity: resources?.requests } };
}

/** The quota after its controller has counted it. Before that, pods are refused. */
export function countQuota(quota: KubeObject): KubeObject {
  const { hard } = (quota.spec ?? {}) as { hard?: Record<string, string> };
  return { ...quota, status: { hard, used: {} } };
}
