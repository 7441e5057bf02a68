import { provisionerName } from "./process-table";
import { ingressClassName } from "./settings";

const read = ["get", "list", "watch"];

/** Objects that every cluster gets: storage class, ingress class, and the permissions of its own processes. */
export const baseObjects = [
  {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: {
      name: "local-path",
      annotations: { "storageclass.kubernetes.io/is-default-class": "true" },
    },
    provisioner: provisionerName,
    reclaimPolicy: "Delete",
    // With one node there is nothing to wait for.
    volumeBindingMode: "Immediate",
  },
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "IngressClass",
    metadata: {
      name: ingressClassName,
      annotations: { "ingressclass.kubernetes.io/is-default-class": "true" },
    },
    spec: { controller: "storeyard.dev/local-ingress" },
  },
  ...permissions("dns", [
    { apiGroups: [""], resources: ["services", "pods", "namespaces"], verbs: read },
    { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: read },
  ]),
  ...permissions("ingress", [
    { apiGroups: [""], resources: ["services"], verbs: read },
    { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: read },
    { apiGroups: ["networking.k8s.io"], resources: ["ingresses"], verbs: read },
    { apiGroups: ["networking.k8s.io"], resources: ["ingresses/status"], verbs: ["update"] },
  ]),
  ...permissions("provisioner", [
    {
      apiGroups: [""],
      resources: ["persistentvolumes"],
      verbs: [...read, "create", "update", "patch", "delete"],
    },
    { apiGroups: [""], resources: ["persistentvolumeclaims"], verbs: [...read, "update", "patch"] },
    { apiGroups: [""], resources: ["nodes"], verbs: read },
    { apiGroups: ["storage.k8s.io"], resources: ["storageclasses"], verbs: read },
    { apiGroups: ["", "events.k8s.io"], resources: ["events"], verbs: ["create", "update", "patch"] },
  ]),
];

function permissions(part: string, rules: object[]) {
  const metadata = { name: `storeyard:${part}` };
  const apiGroup = "rbac.authorization.k8s.io";
  return [
    { apiVersion: `${apiGroup}/v1`, kind: "ClusterRole", metadata, rules },
    {
      apiVersion: `${apiGroup}/v1`,
      kind: "ClusterRoleBinding",
      metadata,
      roleRef: { apiGroup, kind: "ClusterRole", name: metadata.name },
      subjects: [{ apiGroup, kind: "User", name: metadata.name }],
    },
  ];
}
