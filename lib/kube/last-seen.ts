import type { KubeObject } from "./kube-object";

/** When an event was last seen; events of the newer API carry `series` or `eventTime` alone. */
export function lastSeenMs(event: KubeObject): number {
  const { series, lastTimestamp, eventTime } = event as {
    series?: { lastObservedTime?: string };
    lastTimestamp?: string | null;
    eventTime?: string | null;
  };
  const time = series?.lastObservedTime ?? lastTimestamp ?? eventTime ?? event.metadata.creationTimestamp;
  return time ? Date.parse(time) : 0;
}
