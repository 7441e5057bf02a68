interface ApiKind {
  apiVersion: string;
  kind: string;
  /** The kind's name in the API's paths. */
  plural: string;
  namespaced: boolean;
}

const namespaced: [apiVersion: string, kind: string, plural: string][] = [
  ["v1", "Pod", "pods"],
  ["v1", "PersistentVolumeClaim", "persistentvolumeclaims"],
  ["v1", "Service", "services"],
  ["v1", "ServiceAccount", "serviceaccounts"],
  ["v1", "ConfigMap", "configmaps"],
  ["v1", "Secret", "secrets"],
  ["v1", "ResourceQuota", "resourcequotas"],
  ["v1", "LimitRange", "limitranges"],
  ["v1", "Event", "events"],
  ["apps/v1", "Deployment", "deployments"],
  ["apps/v1", "StatefulSet", "statefulsets"],
  ["apps/v1", "ReplicaSet", "replicasets"],
  ["batch/v1", "Job", "jobs"],
  ["batch/v1", "CronJob", "cronjobs"],
  ["networking.k8s.io/v1", "Ingress", "ingresses"],
  ["networking.k8s.io/v1", "NetworkPolicy", "networkpolicies"],
  ["policy/v1", "PodDisruptionBudget", "poddisruptionbudgets"],
];

const clusterScoped: [apiVersion: string, kind: string, plural: string][] = [
  ["v1", "Namespace", "namespaces"],
  ["v1", "Node", "nodes"],
  ["storage.k8s.io/v1", "StorageClass", "storageclasses"],
  ["networking.k8s.io/v1", "IngressClass", "ingressclasses"],
  ["admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", "validatingadmissionpolicies"],
  [
    "admissionregistration.k8s.io/v1",
    "ValidatingAdmissionPolicyBinding",
    "validatingadmissionpolicybindings",
  ],
  ["admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", "validatingwebhookconfigurations"],
];

/** The kinds that the fake API server has: those of a store's chart, and those that the tests make themselves. */
export const apiKinds: ApiKind[] = [
  ...namespaced.map(([apiVersion, kind, plural]) => ({ apiVersion, kind, plural, namespaced: true })),
  ...clusterScoped.map(([apiVersion, kind, plural]) => ({ apiVersion, kind, plural, namespaced: false })),
];

export function isClusterScoped(kind: string): boolean {
  return clusterScoped.some(([, name]) => name === kind) || kind === "ClusterRole";
}
