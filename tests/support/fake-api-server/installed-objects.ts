import type { KubeObject } from "@/lib/kube/kube-object";
import { fakeNode } from "../ready-workloads";

/** The version that the fake API server and its node report. */
export const fakeVersion = "v1.37.2";

export const defaultStorageClass = "local-path";

/** The objects of a cluster before the first store: a node, a storage class and an ingress class. */
export const installedObjects: KubeObject[] = [
  {
    apiVersion: "v1",
    kind: "Node",
    metadata: { name: fakeNode },
    spec: {},
    status: {
      allocatable: { cpu: "64", memory: "256Gi", pods: "1000" },
      conditions: [{ type: "Ready", status: "True" }],
      nodeInfo: { kubeletVersion: fakeVersion },
    },
  },
  {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: {
      name: defaultStorageClass,
      annotations: { "storageclass.kubernetes.io/is-default-class": "true" },
    },
    provisioner: "rancher.io/local-path",
  },
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "IngressClass",
    metadata: { name: "caddy" },
    spec: { controller: "caddyserver.com/ingress" },
  },
];
