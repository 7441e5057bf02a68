import type { KubeObject, ObjectRef } from "@/lib/kube/kube-object";

/** Helm's InstallOrder: dependencies come first, policies and quota before the first pod. */
const installOrder = [
  "PriorityClass",
  "Namespace",
  "NetworkPolicy",
  "ResourceQuota",
  "LimitRange",
  "PodDisruptionBudget",
  "ServiceAccount",
  "Secret",
  "ConfigMap",
  "StorageClass",
  "PersistentVolume",
  "PersistentVolumeClaim",
  "CustomResourceDefinition",
  "ClusterRole",
  "ClusterRoleBinding",
  "Role",
  "RoleBinding",
  "Service",
  "DaemonSet",
  "Pod",
  "ReplicaSet",
  "Deployment",
  "HorizontalPodAutoscaler",
  "StatefulSet",
  "Job",
  "CronJob",
  "IngressClass",
  "Ingress",
];

const rankOf = new Map(installOrder.map((kind, rank) => [kind, rank]));

/** In the order in which to apply; kinds that Helm's order does not know come last, by name. */
export function orderForApply<T extends KubeObject | ObjectRef>(objects: T[]): T[] {
  return objects.toSorted((a, b) => {
    const [rankA, rankB] = [a, b].map(({ kind }) => rankOf.get(kind) ?? installOrder.length) as [
      number,
      number,
    ];
    if (rankA !== rankB) return rankA - rankB;
    return a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0;
  });
}

/** In the order in which to delete: dependents before what they depend on. */
export function orderForDelete<T extends KubeObject | ObjectRef>(objects: T[]): T[] {
  return orderForApply(objects).toReversed();
}
