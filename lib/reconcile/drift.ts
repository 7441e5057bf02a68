import type { KubeObject } from "@/lib/kube/kube-object";
import { watchedKinds } from "@/lib/kube/watch/watched-kinds";
import { fingerprintSpec } from "./fingerprint-spec";

/** Fingerprints by object (`Deployment/blue-shop`) after an apply. */
export type Applied = Record<string, string>;

const kindsSeen = new Set<string>(watchedKinds.map(({ kind }) => kind));

/** The fingerprints to compare the cluster with. Kinds that are not watched are left out. */
export function fingerprintApplied(objects: KubeObject[]): Applied {
  const seen = objects.filter((object) => kindsSeen.has(object.kind));
  return Object.fromEntries(seen.map((object) => [keyOf(object), fingerprintSpec(object)]));
}

export interface Drift {
  object: string;
  change: "missing" | "changed";
}

/** Objects that differ from what was applied. */
export function findDrift(applied: Applied, objects: KubeObject[]): Drift[] {
  const live = new Map(objects.map((object) => [keyOf(object), object]));
  return Object.entries(applied).flatMap(([object, fingerprint]): Drift[] => {
    const found = live.get(object);
    if (!found) return [{ object, change: "missing" }];
    return fingerprintSpec(found) === fingerprint ? [] : [{ object, change: "changed" }];
  });
}

function keyOf(object: KubeObject): string {
  return `${object.kind}/${object.metadata.name}`;
}
