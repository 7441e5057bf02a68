import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import type { KubeObject } from "@/lib/kube/kube-object";
import type { FakeCluster } from "../fake-kube";

/** Usage by container, always the same. */
const use: Record<string, { nanoCores: number; memoryBytes: number }> = {
  shop: { nanoCores: 24_000_000, memoryBytes: 180 * 2 ** 20 },
  database: { nanoCores: 9_000_000, memoryBytes: 110 * 2 ** 20 },
};

/** The kubelet's `/stats/summary` for the pods of a node: fixed figures, and volumes that are a quarter full. */
export function measurePods({ objects }: FakeCluster, node: string): object {
  const pods = objects
    .all()
    .filter(({ kind, spec }) => kind === "Pod" && (spec as { nodeName?: string }).nodeName === node);
  return { pods: pods.map((pod) => measurePod(pod, objects.inNamespace(pod.metadata.namespace ?? ""))) };
}

function measurePod(pod: KubeObject, around: KubeObject[]): object {
  const { containers = [], volumes = [] } = pod.spec as {
    containers?: { name: string }[];
    volumes?: { persistentVolumeClaim?: { claimName: string } }[];
  };
  const { nanoCores = 0, memoryBytes = 0 } = use[containers[0]?.name ?? ""] ?? {};
  const { name, namespace } = pod.metadata;
  return {
    podRef: { name, namespace },
    cpu: { time: new Date().toISOString(), usageNanoCores: nanoCores },
    memory: { workingSetBytes: memoryBytes },
    volume: volumes.flatMap(({ persistentVolumeClaim }) => {
      const claim = around.find(
        (each) =>
          each.kind === "PersistentVolumeClaim" && each.metadata.name === persistentVolumeClaim?.claimName,
      );
      return claim ? [measureVolume(claim)] : [];
    }),
  };
}

function measureVolume({ metadata, status }: KubeObject): object {
  const { capacity } = status as { capacity?: { storage?: string } };
  const capacityBytes = parseQuantity(capacity?.storage ?? "0");
  const usedBytes = capacityBytes / 4;
  return {
    pvcRef: { name: metadata.name },
    capacityBytes,
    usedBytes,
    availableBytes: capacityBytes - usedBytes,
  };
}
