import { observeVolumes } from "@/lib/diagnosis/observe-workloads";
import type { StoreParts } from "@/lib/domain/store-part";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import { NamespaceChanges } from "@/lib/kube/namespace-changes";
import type { ReconcileDeps } from "./deps";

/** The longest wait for a cluster that never counts a quota. */
const longestQuotaMs = 2_000;
/** Volumes that are created for their first pod are bound only after it exists: this is the time that they cost. */
const longestClaimsMs = 600;

/**
 * Waits for quota and claims before pods are created, because pods that come too early cost more time. Kubernetes
 * refuses pods while a new quota is not counted ("status unknown for quota"), and the kubelet checks an unbound claim
 * again only after 15 s. Both take about 100 ms.
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
