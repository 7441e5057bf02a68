import type { KubeObject, ObjectRef } from "@/lib/kube/kube-object";
import { orderForDelete } from "./order-objects";

/** What holds the user's data outlives the chart that asked for it. */
const keptKinds = new Set(["PersistentVolumeClaim", "Secret", "Namespace"]);

/** What earlier releases applied and this one no longer has, in the order in which to delete it. */
export function pruneList(earlier: KubeObject[], current: KubeObject[]): ObjectRef[] {
  const wanted = new Set(current.map(identityOf));
  const dropped = new Map<string, ObjectRef>();
  for (const object of earlier) {
    const { apiVersion, kind, metadata } = object;
    if (keptKinds.has(kind) || metadata.annotations?.["helm.sh/resource-policy"] === "keep") continue;
    const identity = identityOf(object);
    if (wanted.has(identity)) continue;
    dropped.set(identity, { apiVersion, kind, namespace: metadata.namespace, name: metadata.name });
  }
  return orderForDelete([...dropped.values()]);
}

/** An object stays the same one when its API version moves on, e.g. from v1beta1 to v1. */
function identityOf({ apiVersion, kind, metadata }: KubeObject): string {
  const group = apiVersion.includes("/") ? apiVersion.split("/")[0] : "";
  return [group, kind, metadata.namespace ?? "", metadata.name].join("/");
}
