import type { V1Deployment, V1PersistentVolumeClaim, V1Pod, V1StatefulSet } from "@kubernetes/client-node";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import type { KubeObject } from "@/lib/kube/kube-object";
import { parseQuantity } from "./parse-quantity";

export type WorkloadState = "absent" | "starting" | "ready";

export interface Workloads {
  claims: { name: string; bound: boolean; sizeBytes: number }[];
  database: WorkloadState;
  shop: WorkloadState;
  /** The pods that are neither being deleted nor finished. */
  pods: { name: string; component: string; ready: boolean }[];
}

/** The state of a store's volumes and workloads. `ready`: the newest spec is rolled out and available. */
export function observeWorkloads(snapshot: NamespaceSnapshot): Workloads {
  const database = findByComponent(snapshot, "StatefulSet", "database") as V1StatefulSet | undefined;
  const shop = findByComponent(snapshot, "Deployment", "shop") as V1Deployment | undefined;
  return {
    claims: objectsOf<V1PersistentVolumeClaim>(snapshot, "PersistentVolumeClaim").map((claim) => ({
      name: claim.metadata?.name ?? "",
      bound: claim.status?.phase === "Bound",
      sizeBytes: parseQuantity(
        claim.status?.capacity?.storage ?? claim.spec?.resources?.requests?.storage ?? 0,
      ),
    })),
    database: database ? (isStatefulSetReady(database) ? "ready" : "starting") : "absent",
    shop: shop ? (isDeploymentReady(shop) ? "ready" : "starting") : "absent",
    pods: objectsOf<V1Pod>(snapshot, "Pod")
      .filter((pod) => !pod.metadata?.deletionTimestamp && !isFinished(pod))
      .map((pod) => ({
        name: pod.metadata?.name ?? "",
        component: pod.metadata?.labels?.[componentLabel] ?? "",
        ready:
          pod.status?.conditions?.some(({ type, status }) => type === "Ready" && status === "True") ?? false,
      })),
  };
}

export const componentLabel = "app.kubernetes.io/component";

/** The snapshot's objects of a kind, as client-node's model of it. Its dates are strings here. */
export function objectsOf<T>(snapshot: NamespaceSnapshot, kind: string): T[] {
  return snapshot.objects.filter((object) => object.kind === kind) as T[];
}

function findByComponent(
  snapshot: NamespaceSnapshot,
  kind: string,
  component: string,
): KubeObject | undefined {
  return snapshot.objects.find(
    (object) => object.kind === kind && object.metadata.labels?.[componentLabel] === component,
  );
}

// As `kubectl rollout status` decides, except that zero replicas are never ready.
function isDeploymentReady({ metadata, spec, status = {} }: V1Deployment): boolean {
  const wanted = spec?.replicas ?? 1;
  return (
    wanted > 0 &&
    (status.observedGeneration ?? 0) >= (metadata?.generation ?? 0) &&
    (status.updatedReplicas ?? 0) >= wanted &&
    (status.replicas ?? 0) <= (status.updatedReplicas ?? 0) &&
    (status.availableReplicas ?? 0) >= wanted
  );
}

function isStatefulSetReady({ metadata, spec, status }: V1StatefulSet): boolean {
  const wanted = spec?.replicas ?? 1;
  return (
    wanted > 0 &&
    (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0) &&
    (status?.readyReplicas ?? 0) >= wanted &&
    status?.currentRevision === status?.updateRevision
  );
}

function isFinished(pod: V1Pod): boolean {
  return pod.status?.phase === "Succeeded" || pod.status?.phase === "Failed";
}
