import type { CoreV1Event, V1ContainerStateTerminated, V1Probe } from "@kubernetes/client-node";
import type { Component } from "@/lib/domain/cause";
import { firstSeenMs, lastSeenMs } from "@/lib/kube/last-seen";
import type { StoreSnapshot } from "../store-snapshot";
import { type ContainerState, listWarnings, timeMs, unreadyContainers } from "./read-pods";

/** Kubernetes' times have a resolution of a second, and events are written a moment later than the status. */
const slackMs = 5_000;
const defaultGraceSeconds = 30;

/** The start of the container's current run; null while it does not run. Milliseconds since the epoch. */
export function runningSinceMs({ status }: Pick<ContainerState, "status">): number | null {
  return timeMs(status.state?.running?.startedAt);
}

/**
 * When the pod stopped being ready, if that was during the container's current run; null if the container has not been
 * ready since it started.
 */
export function lostReadinessAtMs(container: Pick<ContainerState, "pod" | "status">): number | null {
  const startedMs = runningSinceMs(container);
  const ready = container.pod.status?.conditions?.find(({ type }) => type === "Ready");
  const changedMs = ready?.status === "True" ? null : timeMs(ready?.lastTransitionTime);
  return startedMs !== null && changedMs !== null && changedMs > startedMs ? changedMs : null;
}

/** When a component lost its readiness while its containers ran; null if it did not. */
export function lostReadinessMs(snapshot: StoreSnapshot, component: Component): number | null {
  const lost = unreadyContainers(snapshot)
    .filter((container) => container.component === component)
    .map(lostReadinessAtMs)
    .filter((at) => at !== null);
  return lost.length > 0 ? Math.max(...lost) : null;
}

/** The newest warning about a probe in the container's current run. */
export function probeWarning(snapshot: StoreSnapshot, container: ContainerState): CoreV1Event | undefined {
  const startedMs = runningSinceMs(container);
  if (startedMs === null) return undefined;
  return probeWarnings(snapshot, container).findLast((warning) => lastSeenMs(warning as never) >= startedMs);
}

/**
 * The warning of the probe for which Kubernetes ended this run of the container; undefined if no probe did. A run can
 * have failed probes and end for another reason, such as a kill: Kubernetes ends a container right after its last
 * failed probe.
 */
export function stoppingProbe(
  snapshot: StoreSnapshot,
  container: ContainerState,
  { startedAt, finishedAt }: V1ContainerStateTerminated,
): CoreV1Event | undefined {
  const startMs = timeMs(startedAt) ?? 0;
  const endMs = timeMs(finishedAt) ?? Number.POSITIVE_INFINITY;
  const { livenessProbe, startupProbe } = container.spec ?? {};
  return probeWarnings(snapshot, container).findLast((warning) => {
    const isStartup = warning.message?.startsWith("Startup probe") ?? false;
    if (!isStartup && !warning.message?.startsWith("Liveness probe")) return false;
    const probe = isStartup ? startupProbe : livenessProbe;
    const graceMs = gracePeriodMs(container, probe) + slackMs;
    const seenMs = lastSeenMs(warning as never);
    if (firstSeenMs(warning as never) > endMs + slackMs || seenMs < startMs) return false;
    // A run that outlasted its start-up probe passed it. What the event counts since then is the next run's start.
    if (isStartup && probe && endMs - startMs > allowedMs(probe) + graceMs) return false;
    return endMs - seenMs <= graceMs;
  });
}

function probeWarnings(snapshot: StoreSnapshot, { pod, status }: ContainerState): CoreV1Event[] {
  return listWarnings(snapshot, pod, ["Unhealthy", "ProbeWarning"]).filter(
    ({ involvedObject: { fieldPath } }) => !fieldPath || fieldPath.includes(`{${status.name}}`),
  );
}

/** How long a probe may fail from the container's start. */
function allowedMs({ initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 }: V1Probe): number {
  return (initialDelaySeconds + periodSeconds * failureThreshold) * 1000;
}

function gracePeriodMs({ pod }: ContainerState, probe: V1Probe | undefined): number {
  const seconds = probe?.terminationGracePeriodSeconds ?? pod.spec?.terminationGracePeriodSeconds;
  const answerSeconds = (probe?.periodSeconds ?? 10) + (probe?.timeoutSeconds ?? 1);
  return ((seconds ?? defaultGraceSeconds) + answerSeconds) * 1000;
}
