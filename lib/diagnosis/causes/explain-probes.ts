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
    const { sinceMs, wasReady, detail } = failing;
    const failed = wasReady
      ? "no longer passes its health check"
      : "has not passed its health check since it started";
    return {
      code: "probe_failing",
      component: container.component,
      message: `${nameOf(container.component, snapshot)} runs, but ${failed}.`,
      next: "Read its logs.",
      ...(detail !== undefined && { detail }),
      since: new Date(sinceMs).toISOString(),
      waitingMayCure: true,
    } satisfies Cause;
  });
}

/**
 * Since when a container has failed its probe: the loss of readiness, or its start if it has not been ready since. Null if
 * it does not fail, or has just started.
 */
function findFailing(
  snapshot: StoreSnapshot,
  container: ContainerState,
): { sinceMs: number; wasReady: boolean; detail?: string } | null {
  const startedMs = runningSinceMs(container);
  if (startedMs === null) return null;
  const warning = probeWarning(snapshot, container);
  const seenMs = warning ? lastSeenMs(warning as never) : 0;
  const lostMs = lostReadinessAtMs(container);
  // Kubernetes limits the rate of events: readiness can be lost without one.
  if (lostMs !== null) {
    const detail = seenMs >= lostMs - beforeLossMs ? warning?.message : undefined;
    return { sinceMs: lostMs, wasReady: true, detail };
  }
  return warning && seenMs - startedMs >= graceMs
    ? { sinceMs: startedMs, wasReady: false, detail: warning.message }
    : null;
}
