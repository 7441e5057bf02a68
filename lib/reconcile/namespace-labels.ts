import type { Store } from "@/lib/domain/store";
import { namespaceOf } from "@/lib/domain/store";
import type { KubeObject } from "@/lib/kube/kube-object";

export const storeIdLabel = "storeyard.dev/store-id";
export const installationLabel = "storeyard.dev/installation";

/** The namespace of a store: labelled as this installation's, and closed to privileged pods. */
export function buildNamespace(store: Pick<Store, "id" | "name">, installation: string): KubeObject {
  return {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: {
      name: namespaceOf(store.name),
      labels: {
        "app.kubernetes.io/part-of": "storeyard",
        "storeyard.dev/store": store.name,
        [storeIdLabel]: store.id,
        [installationLabel]: installation,
        "pod-security.kubernetes.io/enforce": "restricted",
        "pod-security.kubernetes.io/warn": "restricted",
        "pod-security.kubernetes.io/audit": "restricted",
      },
    },
  };
}

/** A namespace with the right name can belong to another store: only the labels tell. */
export function isNamespaceOf(namespace: KubeObject, storeId: string, installation: string): boolean {
  const labels = namespace.metadata.labels ?? {};
  return labels[storeIdLabel] === storeId && labels[installationLabel] === installation;
}
