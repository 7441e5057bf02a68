export const storeLabel = "storeyard.dev/store";

/** Secrets are not watched, so that they are not held in memory. */
export const watchedKinds = [
  { apiVersion: "v1", kind: "Namespace", path: "/api/v1/namespaces" },
  { apiVersion: "v1", kind: "Pod", path: "/api/v1/pods" },
  { apiVersion: "v1", kind: "PersistentVolumeClaim", path: "/api/v1/persistentvolumeclaims" },
  { apiVersion: "v1", kind: "Service", path: "/api/v1/services" },
  { apiVersion: "v1", kind: "ServiceAccount", path: "/api/v1/serviceaccounts" },
  { apiVersion: "v1", kind: "ConfigMap", path: "/api/v1/configmaps" },
  { apiVersion: "v1", kind: "ResourceQuota", path: "/api/v1/resourcequotas" },
  { apiVersion: "v1", kind: "LimitRange", path: "/api/v1/limitranges" },
  { apiVersion: "apps/v1", kind: "Deployment", path: "/apis/apps/v1/deployments" },
  { apiVersion: "apps/v1", kind: "StatefulSet", path: "/apis/apps/v1/statefulsets" },
  { apiVersion: "apps/v1", kind: "ReplicaSet", path: "/apis/apps/v1/replicasets" },
  { apiVersion: "batch/v1", kind: "CronJob", path: "/apis/batch/v1/cronjobs" },
  { apiVersion: "networking.k8s.io/v1", kind: "Ingress", path: "/apis/networking.k8s.io/v1/ingresses" },
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    path: "/apis/networking.k8s.io/v1/networkpolicies",
  },
] as const;
