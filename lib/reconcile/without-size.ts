import type { KubeObject } from "@/lib/kube/kube-object";

/** A claim without the size that it requests, which may grow in the cluster; every other object as it is. */
export function withoutSize(object: KubeObject): KubeObject {
  if (object.kind !== "PersistentVolumeClaim") return object;
  const spec = object.spec as { resources?: { requests?: Record<string, string> } };
  const { storage: _, ...requests } = spec?.resources?.requests ?? {};
  return { ...object, spec: { ...spec, resources: { ...spec?.resources, requests } } };
}
