import type { KubeObject } from "./kube-object";

interface EventTimes {
  series?: { lastObservedTime?: string };
  firstTimestamp?: string | null;
  lastTimestamp?: string | null;
  eventTime?: string | null;
}

/** When an Event was last seen. Events of the newer API have only `series` or `eventTime`. */
export function lastSeenMs(event: KubeObject): number {
  const { series, lastTimestamp, eventTime } = event as EventTimes;
  const time = series?.lastObservedTime ?? lastTimestamp ?? eventTime ?? event.metadata.creationTimestamp;
  return time ? Date.parse(time) : 0;
}

/** When an Event was first seen: Kubernetes counts equal events in one object. */
export function firstSeenMs(event: KubeObject): number {
  const { firstTimestamp, eventTime } = event as EventTimes;
  const time = firstTimestamp ?? eventTime ?? event.metadata.creationTimestamp;
  return time ? Date.parse(time) : 0;
}
