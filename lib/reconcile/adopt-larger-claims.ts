import type { V1LimitRange, V1PersistentVolumeClaim } from "@kubernetes/client-node";
import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import type { KubeObject } from "@/lib/kube/kube-object";

/**
 * The objects of a manifest as they can be applied: a claim that is larger in the cluster keeps its size, because a volume
 * never shrinks, and the limit range admits it. Never makes a claim larger than it is. Pure.
 */
export function adoptLargerClaims(objects: KubeObject[], live: KubeObject[]): KubeObject[] {
  const sizes = new Map(
    live
      .filter(({ kind }) => kind === "PersistentVolumeClaim")
      .map((claim) => [claim.metadata.name, storageOf(claim)] as const),
  );
  const adopted = objects.map((object) =>
    object.kind === "PersistentVolumeClaim" ? keepSize(object, sizes.get(object.metadata.name)) : object,
  );
  const claims = adopted.filter(({ kind }) => kind === "PersistentVolumeClaim").map(storageOf);
  const largest = claims.reduce((max, size) => (isLarger(size, max) ? size : max), "0");
  return adopted.map((object) => (object.kind === "LimitRange" ? admit(object, largest) : object));
}

function keepSize(claim: KubeObject, size: string | undefined): KubeObject {
  if (size === undefined || !isLarger(size, storageOf(claim))) return claim;
  const spec = claim.spec as NonNullable<V1PersistentVolumeClaim["spec"]>;
  const requests = { ...spec.resources?.requests, storage: size };
  return { ...claim, spec: { ...spec, resources: { ...spec.resources, requests } } };
}

/** A limit range with a smaller maximum would refuse every later apply of the claim. */
function admit(range: KubeObject, largest: string): KubeObject {
  const spec = range.spec as V1LimitRange["spec"];
  const limits = spec?.limits?.map((limit) => {
    const most = limit.max?.storage;
    if (limit.type !== "PersistentVolumeClaim" || most === undefined || !isLarger(largest, most))
      return limit;
    return { ...limit, max: { ...limit.max, storage: largest } };
  });
  return { ...range, spec: { ...spec, ...(limits && { limits }) } };
}

function storageOf(claim: KubeObject): string {
  const { spec } = claim as unknown as V1PersistentVolumeClaim;
  return spec?.resources?.requests?.storage ?? "0";
}

function isLarger(a: string, b: string): boolean {
  return parseQuantity(a) > parseQuantity(b);
}
