import { observeVolumes } from "@/lib/diagnosis/observe-workloads";
import type { StoreParts } from "@/lib/domain/store-part";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import { NamespaceChanges } from "@/lib/kube/namespace-changes";
import type { ReconcileDeps } from "./deps";

/** A cluster that never counts is not waited for. */
const longestQuotaMs = 2_000;
/** Volumes that are made for their first pod are bound only after it is there: this is what they cost. */
const longestClaimsMs = 600;

/**
 * Waits for what pods stand on, where coming too early costs more than the wait:
 * Kubernetes refuses pods while a new quota's use is not counted yet ("status unknown for quota"), and the kubelet
 * that finds a claim not bound looks again only 15 s later. Both take some 100 ms.
 */
export async function waitForPrerequisites(
  deps: Pick<ReconcileDeps, "view">,
  namespace: string,
  parts: StoreParts,
  signal: AbortSignal,
): Promise<void> {
  const changes = new NamespaceChanges(deps.view, namespace);
  const begun = performance.now();
  try {
    while (!signal.aborted) {
      const snapshot = deps.view.snapshot(namespace);
      const longestMs = isCounted(snapshot)
        ? observeVolumes({ ...snapshot, parts }) === "ready"
          ? 0
          : longestClaimsMs
        : longestQuotaMs;
      const left = longestMs - (performance.now() - begun);
      if (left <= 0) return;
      await changes.next(left, signal);
    }
  } finally {
    changes.close();
  }
}

function isCounted({ objects }: NamespaceSnapshot): boolean {
  const quotas = objects.filter(({ kind }) => kind === "ResourceQuota");
  return quotas.length > 0 && quotas.every((quota) => (quota.status as { hard?: unknown } | undefined)?.hard);
}
