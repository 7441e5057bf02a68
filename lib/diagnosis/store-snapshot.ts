import { startSentence } from "@/lib/domain/start-sentence";
import type { StoreParts } from "@/lib/domain/store-part";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";

/** Names the part of the store that an object belongs to. */
export const componentLabel = "app.kubernetes.io/component";

/** A store's namespace as the watches see it, with the parts that its engine declares. */
export interface StoreSnapshot extends NamespaceSnapshot {
  parts: StoreParts;
}

/**
 * The namespace's objects with the parts of an engine; without an engine (`null`), with the parts that the objects'
 * labels name.
 */
export function toStoreSnapshot(snapshot: NamespaceSnapshot, parts: StoreParts | null): StoreSnapshot {
  return { ...snapshot, parts: parts ?? inferParts(snapshot) };
}

/** The parts of a store whose engine is gone: its labelled workloads. */
function inferParts({ objects }: NamespaceSnapshot): StoreParts {
  return objects.flatMap(({ kind, metadata }) => {
    const name = metadata.labels?.[componentLabel];
    if (name === undefined || (kind !== "Deployment" && kind !== "StatefulSet" && kind !== "CronJob"))
      return [];
    return {
      name,
      workload: kind,
      readiness: kind === "CronJob" ? ("not_required" as const) : ("rollout" as const),
      title: startSentence(name),
      phrase: `the ${name}`,
      container: name,
      claims: [],
    };
  });
}
