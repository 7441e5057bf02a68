import type { Cause } from "@/lib/domain/cause";
import { lastSeenMs } from "@/lib/kube/last-seen";
import type { StoreSnapshot } from "../store-snapshot";
import { nameOf } from "./about-component";
import { lostReadinessAtMs, probeWarning, runningSinceMs } from "./container-runs";
import { type ContainerState, unreadyContainers } from "./read-pods";

/** A server that is starting fails its probes. That is normal until this time has passed. */
const graceMs = 20_000;

/** The probes that failed before readiness was lost; an older warning is about the container's start. */
const beforeLossMs = 30_000;

/** Containers that run but do not pass their health check. */
export function explainProbes(snapshot: StoreSnapshot): Cause[] {
  return unreadyContainers(snapshot).flatMap((container) => {
    const failing = findFailing(snapshot, container);
    if (failing === null) return [];
    const { forMs, detail } = failing;
    const since =
      forMs < 1000
        ? "no longer passes its health check"
        : `has not passed its health check for ${Math.round(forMs / 1000)} s`;
    return {
      code: "probe_failing",
      component: container.component,
      message: `${nameOf(container.component, snapshot)} runs, but ${since}.`,
      next: "Read its logs.",
      ...(detail !== undefined && { detail }),
      waitingMayCure: true,
    } satisfies Cause;
  });
}

/**
 * How long a container has failed its probe: from the loss of readiness, or from its start if it has not been ready since.
 * Null if it does not fail, or has just started.
 */
function findFailing(
  snapshot: StoreSnapshot,
  container: ContainerState,
): { forMs: number; detail?: string } | null {
  const startedMs = runningSinceMs(container);
  if (startedMs === null) return null;
  const warning = probeWarning(snapshot, container);
  const seenMs = warning ? lastSeenMs(warning as never) : 0;
  const lostMs = lostReadinessAtMs(container);
  // Kubernetes limits the rate of events: readiness can be lost without one.
  if (lostMs !== null) {
    const detail = seenMs >= lostMs - beforeLossMs ? warning?.message : undefined;
    return { forMs: Math.max(0, seenMs - lostMs), detail };
  }
  return warning && seenMs - startedMs >= graceMs
    ? { forMs: seenMs - startedMs, detail: warning.message }
    : null;
}
