import type { KubeObject } from "@/lib/kube/kube-object";
import { watchedKinds } from "@/lib/kube/watch/watched-kinds";
import { fingerprintSpec } from "./fingerprint-spec";
import { withoutSize } from "./without-size";

/** Fingerprints by object (`Deployment/blue-shop`) after an apply. */
export type Applied = Record<string, string>;

const kindsSeen = new Set<string>(watchedKinds.map(({ kind }) => kind));

/** The fingerprints to compare the cluster with. Kinds that are not watched are left out. */
export function fingerprintApplied(objects: KubeObject[]): Applied {
  const seen = objects.filter((object) => kindsSeen.has(object.kind));
  return Object.fromEntries(seen.map((object) => [keyOf(object), fingerprintSpec(withoutSize(object))]));
}

export interface Drift {
  object: string;
  change: "missing" | "changed";
}

/**
 * Objects that differ from what was applied. Those of an apply that was begun and not finished (`applying`) may be as
 * before or as they were to become: the platform did that itself. The size of a claim does not count: it only grows.
 */
export function findDrift(applied: Applied, objects: KubeObject[], applying: Applied | null = null): Drift[] {
  const live = new Map(objects.map((object) => [keyOf(object), object]));
  return Object.entries(applied).flatMap(([object, fingerprint]): Drift[] => {
    const found = live.get(object);
    const next = applying?.[object];
    if (!found) return applying !== null && next === undefined ? [] : [{ object, change: "missing" }];
    const isAs = (wanted: string) =>
      fingerprintSpec(withoutSize(found)) === wanted || isWithSize(found, wanted);
    return isAs(fingerprint) || (next !== undefined && isAs(next)) ? [] : [{ object, change: "changed" }];
  });
}

/** Fingerprints from before claims were compared without their size. */
function isWithSize(found: KubeObject, wanted: string): boolean {
  return found.kind === "PersistentVolumeClaim" && fingerprintSpec(found) === wanted;
}

function keyOf(object: KubeObject): string {
  return `${object.kind}/${object.metadata.name}`;
}
