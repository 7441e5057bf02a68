import type { CoreV1Event, V1Container, V1ContainerStatus, V1Pod } from "@kubernetes/client-node";
import type { Component } from "@/lib/domain/cause";
import { objectsOf } from "../observe-workloads";
import type { StoreSnapshot } from "../store-snapshot";
import { componentOf } from "./about-component";

export interface ContainerState {
  pod: V1Pod;
  podName: string;
  component: Component;
  spec: V1Container | undefined;
  status: V1ContainerStatus;
}

/** The pods that are neither being deleted nor finished: a pod that succeeded or failed never runs again. */
export function currentPods(snapshot: StoreSnapshot): V1Pod[] {
  return objectsOf<V1Pod>(snapshot, "Pod").filter(
    ({ metadata, status }) =>
      !metadata?.deletionTimestamp && status?.phase !== "Succeeded" && status?.phase !== "Failed",
  );
}

/** The containers and init containers that keep their pod from being ready. */
export function unreadyContainers(snapshot: StoreSnapshot): ContainerState[] {
  return currentPods(snapshot).flatMap((pod) => {
    const specs = [...(pod.spec?.initContainers ?? []), ...(pod.spec?.containers ?? [])];
    const statuses = [
      ...(pod.status?.initContainerStatuses ?? []),
      ...(pod.status?.containerStatuses ?? []),
    ] as V1ContainerStatus[];
    return statuses
      .filter(({ ready, state }) => !ready && state?.terminated?.exitCode !== 0)
      .map((status) => ({
        pod,
        podName: pod.metadata?.name ?? "",
        component: componentOf(pod, snapshot),
        spec: specs.find(({ name }) => name === status.name),
        status,
      }));
  });
}

/** The newest warning with one of these reasons about this object, and not about an earlier one of the same name. */
export function lastWarning(
  snapshot: StoreSnapshot,
  object: { metadata?: { uid?: string } },
  reasons: string[],
): CoreV1Event | undefined {
  return listWarnings(snapshot, object, reasons).at(-1);
}

/** The warnings with one of these reasons about this object, oldest first. */
export function listWarnings(
  snapshot: StoreSnapshot,
  object: { metadata?: { uid?: string } },
  reasons: string[],
): CoreV1Event[] {
  const warnings = snapshot.warnings as unknown as CoreV1Event[];
  return warnings.filter(
    ({ reason, involvedObject }) =>
      involvedObject.uid === object.metadata?.uid && reasons.includes(reason ?? ""),
  );
}

/** A time of client-node's models, which is a string here, in milliseconds since the epoch; null where it is not set. */
export function timeMs(time: Date | string | null | undefined): number | null {
  return time ? new Date(time).getTime() : null;
}
