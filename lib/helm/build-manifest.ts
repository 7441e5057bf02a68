import { createHash } from "node:crypto";
import type { Manifest } from "./helm";
import { orderForApply } from "./order-objects";
import { parseManifest } from "./parse-manifest";
import { markReleaseObjects } from "./release-objects";

/** A manifest from its text. Its objects are frozen, since equal renders share them. */
export function buildManifest(text: string, release: { name: string; namespace: string }): Manifest {
  const objects = orderForApply(markReleaseObjects(parseManifest(text), release));
  const workloads = objects.filter(({ kind }) => kind !== "ResourceQuota" && kind !== "LimitRange");
  return {
    text,
    objects: deepFreeze(objects),
    digest: digestManifest(text),
    workloadDigest: digestManifest(JSON.stringify(workloads)),
  };
}

/** 160 bits of sha256 in hex: fits a label's 63 characters. */
export function digestManifest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 40);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}
