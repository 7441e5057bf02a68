import type { KubeObject } from "./kube-object";

/** When an Event was last seen. Events of the newer API have only `series` or `eventTime`. */
export function lastSeenMs(event: KubeObject): number {
  const { series, lastTimestamp, eventTime } = event as {
    series?: { lastObservedTime?: string };
    lastTimestamp?: string | null;
    eventTime?: string | null;
  };
  const time = series?.lastObservedTime ?? lastTimestamp ?? eventTime ?? event.metadata.creationTimestamp;
  return time ? Date.parse(time) : 0;
}
