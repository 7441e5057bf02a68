import type { ReconcileDeps } from "./deps";
import { NamespaceChanges } from "./namespace-changes";

const longestWaitMs = 2_000;

/**
 * Kubernetes refuses pods while a new quota's use is not counted yet ("status unknown for quota") and tries
 * again only later: waiting for the count, some 50 ms, is quicker. A cluster that never counts is not waited for.
 */
export async function waitForQuota(
  deps: Pick<ReconcileDeps, "view">,
  namespace: string,
  signal: AbortSignal,
): Promise<void> {
  const changes = new NamespaceChanges(deps.view, namespace);
  const until = performance.now() + longestWaitMs;
  try {
    while (!isCounted(deps, namespace) && !signal.aborted) {
      const left = until - performance.now();
      if (left <= 0) return;
      await changes.next(left, signal);
    }
  } finally {
    changes.close();
  }
}

function isCounted({ view }: Pick<ReconcileDeps, "view">, namespace: string): boolean {
  const quotas = view.snapshot(namespace).objects.filter(({ kind }) => kind === "ResourceQuota");
  return quotas.length > 0 && quotas.every((quota) => (quota.status as { hard?: unknown } | undefined)?.hard);
}
