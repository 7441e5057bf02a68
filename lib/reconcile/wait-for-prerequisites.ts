import { observeVolumes } from "@/lib/diagnosis/observe-workloads";
import type { StoreParts } from "@/lib/domain/store-part";
import type { KubeObject } from "@/lib/kube/kube-object";
import { NamespaceChanges } from "@/lib/kube/namespace-changes";
import type { ReconcileDeps } from "./deps";
import { areCounted } from "./widen-quota";

/** The longest wait for a cluster that never counts a quota. */
const longestQuotaMs = 2_000;
/** Volumes that are created for their first pod are bound only after it exists: this is the time that they cost. */
const longestClaimsMs = 600;

/**
 * Waits for the applied quotas and the claims before pods are created, because pods that come too early cost more time.
 * Kubernetes refuses pods while a new quota is not counted ("status unknown for quota") or a larger one still counts as
 * before, and the kubelet checks an unbound claim again only after 15 s. Both take about 100 ms.
 */
export async function waitForPrerequisites(
  deps: Pick<ReconcileDeps, "view">,
  namespace: string,
  quotas: KubeObject[],
  parts: StoreParts,
  signal: AbortSignal,
): Promise<void> {
  const changes = new NamespaceChanges(deps.view, namespace);
  const begun = performance.now();
  try {
    while (!signal.aborted) {
      const snapshot = deps.view.snapshot(namespace);
      const longestMs = areCounted(quotas, snapshot.objects)
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

/** Waits until Kubernetes enforces these quotas, or for two seconds. */
export async function waitForQuotas(
  deps: Pick<ReconcileDeps, "view">,
  namespace: string,
  quotas: KubeObject[],
  signal: AbortSignal,
): Promise<void> {
  await waitForPrerequisites(deps, namespace, quotas, [], signal);
}
