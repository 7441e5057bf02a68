import type { KubeObject, ObjectRef } from "@/lib/kube/kube-object";
import { orderForDelete } from "./order-objects";

/** Kinds that hold user data are never pruned. */
const keptKinds = new Set(["PersistentVolumeClaim", "Secret", "Namespace"]);

/** The objects that earlier releases applied and this one no longer has, in the order in which to delete them. */
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

/** The identity of an object, without its API version: v1beta1 and v1 are the same object. */
function identityOf({ apiVersion, kind, metadata }: KubeObject): string {
  const group = apiVersion.includes("/") ? apiVersion.split("/")[0] : "";
  return [group, kind, metadata.namespace ?? "", metadata.name].join("/");
}
