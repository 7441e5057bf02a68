import type { KubeObject } from "@/lib/kube/kube-object";

/** The objects with Helm's ownership labels and annotations: without them, a manual `helm upgrade` refuses to change them. */
export function markReleaseObjects(
  objects: KubeObject[],
  release: { name: string; namespace: string },
): KubeObject[] {
  return objects.map((object) => ({
    ...object,
    metadata: {
      ...object.metadata,
      namespace: object.metadata.namespace ?? release.namespace,
      labels: { ...object.metadata.labels, "app.kubernetes.io/managed-by": "Helm" },
      annotations: {
        ...object.metadata.annotations,
        "meta.helm.sh/release-name": release.name,
        "meta.helm.sh/release-namespace": release.namespace,
      },
    },
  }));
}
