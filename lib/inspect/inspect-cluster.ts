import type { V1IngressClass, V1Node, V1StorageClass } from "@kubernetes/client-node";
import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import type { ClusterOverview } from "@/lib/domain/inspection";
import type { Kube } from "@/lib/kube/kube";

const bytesPerMib = 2 ** 20;

/** The cluster's version, nodes and classes. Rejects with AppError `unavailable` when it does not answer. */
export async function inspectCluster(kube: Kube): Promise<ClusterOverview> {
  const [version, nodes, storageClasses, ingressClasses] = await Promise.all([
    kube.serverVersion(),
    kube.list("v1", "Node"),
    kube.list("storage.k8s.io/v1", "StorageClass"),
    kube.list("networking.k8s.io/v1", "IngressClass"),
  ]);
  return {
    version,
    nodes: (nodes as unknown as V1Node[]).map(toNode),
    storageClasses: (storageClasses as unknown as V1StorageClass[]).map(({ metadata, provisioner }) => ({
      name: metadata?.name ?? "",
      provisioner,
      isDefault: metadata?.annotations?.["storageclass.kubernetes.io/is-default-class"] === "true",
    })),
    ingressClasses: (ingressClasses as unknown as V1IngressClass[]).map(({ metadata, spec }) => ({
      name: metadata?.name ?? "",
      controller: spec?.controller ?? "",
      isDefault: metadata?.annotations?.["ingressclass.kubernetes.io/is-default-class"] === "true",
    })),
  };
}

function toNode({ metadata, status }: V1Node) {
  const { cpu = "0", memory = "0", pods = "0" } = status?.allocatable ?? {};
  return {
    name: metadata?.name ?? "",
    ready: status?.conditions?.some(({ type, status }) => type === "Ready" && status === "True") ?? false,
    version: status?.nodeInfo?.kubeletVersion ?? "",
    cpuMillis: Math.round(parseQuantity(cpu) * 1_000),
    memoryMib: Math.round(parseQuantity(memory) / bytesPerMib),
    pods: parseQuantity(pods),
  };
}
