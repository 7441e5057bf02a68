import type { V1Deployment, V1PersistentVolumeClaim, V1Pod, V1StatefulSet } from "@kubernetes/client-node";
import type { PartState } from "@/lib/domain/observed";
import { requiredParts, type StorePart } from "@/lib/domain/store-part";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import { parseQuantity } from "./parse-quantity";
import { componentLabel, type StoreSnapshot } from "./store-snapshot";

export interface Workloads {
  claims: { name: string; bound: boolean; sizeBytes: number }[];
  /** Of all claims that the parts declare. */
  volumes: PartState;
  /** Of each required part, by its name. `ready`: the newest spec is rolled out and available. */
  parts: Record<string, PartState>;
  /** The pods that are neither being deleted nor finished. */
  pods: { name: string; component: string; ready: boolean }[];
}

/** The state of a store's volumes and workloads. */
export function observeWorkloads(snapshot: StoreSnapshot): Workloads {
  const required = requiredParts(snapshot.parts);
  return {
    volumes: observeVolumes(snapshot),
    parts: Object.fromEntries(required.map((part) => [part.name, stateOf(snapshot, part)])),
    claims: objectsOf<V1PersistentVolumeClaim>(snapshot, "PersistentVolumeClaim").map((claim) => ({
      name: claim.metadata?.name ?? "",
      bound: claim.status?.phase === "Bound",
      sizeBytes: parseQuantity(
        claim.status?.capacity?.storage ?? claim.spec?.resources?.requests?.storage ?? 0,
      ),
    })),
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

/** Whether each claim that the parts declare is bound. A store without claims waits for none. */
export function observeVolumes(snapshot: StoreSnapshot): PartState {
  const declared = snapshot.parts.flatMap(({ claims }) => claims);
  const found = objectsOf<V1PersistentVolumeClaim>(snapshot, "PersistentVolumeClaim");
  // A claim's name is the release's name, a hyphen, and the name that its part declares.
  const missing = declared.filter(
    (claim) => !found.some(({ metadata }) => metadata?.name?.endsWith(`-${claim}`)),
  );
  if (missing.length > 0) return found.length === 0 ? "absent" : "starting";
  return found.every(({ status }) => status?.phase === "Bound") ? "ready" : "starting";
}

/** Whether every required part is rolled out and available. */
export function isServing({ parts }: Pick<Workloads, "parts">): boolean {
  return Object.values(parts).every((state) => state === "ready");
}

function stateOf(snapshot: NamespaceSnapshot, { name, workload }: StorePart): PartState {
  const found = snapshot.objects.find(
    ({ kind, metadata }) => kind === workload && metadata.labels?.[componentLabel] === name,
  );
  if (!found) return "absent";
  const isReady =
    workload === "StatefulSet"
      ? isStatefulSetReady(found as V1StatefulSet)
      : isDeploymentReady(found as V1Deployment);
  return isReady ? "ready" : "starting";
}

/** The snapshot's objects of a kind, as client-node's model of it. Its dates are strings here. */
export function objectsOf<T>(snapshot: NamespaceSnapshot, kind: string): T[] {
  return snapshot.objects.filter((object) => object.kind === kind) as T[];
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
