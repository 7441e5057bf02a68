import { createHash } from "node:crypto";
import type { KubeObject } from "@/lib/kube/kube-object";

/** Fields that controllers set after the apply, by kind and path below the object. */
const controllersFields: Record<string, string[]> = {
  PersistentVolumeClaim: ["spec.volumeName", "spec.storageClassName"],
  Service: ["spec.clusterIP", "spec.clusterIPs"],
  ServiceAccount: ["secrets"],
};

/**
 * A hash of an object's desired state. The object that an apply returns and the one that a watch shows have the same
 * hash until somebody changes it. Status and metadata, except the name, are not part of it.
 */
export function fingerprintSpec(object: KubeObject): string {
  const { apiVersion: _, kind, metadata, status: __, ...desired } = object;
  const skipped = new Set(controllersFields[kind]);
  const identity = { kind, namespace: metadata.namespace, name: metadata.name };
  return createHash("sha256")
    .update(canonical(identity, "", skipped) + canonical(desired, "", skipped))
    .digest("base64url")
    .slice(0, 22);
}

function canonical(value: unknown, path: string, skipped: ReadonlySet<string>): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, `${path}[]`, skipped)).join()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const fields = Object.entries(value)
    .map(([key, field]) => [key, field, path ? `${path}.${key}` : key] as const)
    .filter(([, field, fieldPath]) => field !== undefined && field !== null && !skipped.has(fieldPath))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field, fieldPath]) => `${JSON.stringify(key)}:${canonical(field, fieldPath, skipped)}`);
  return `{${fields.join()}}`;
}
