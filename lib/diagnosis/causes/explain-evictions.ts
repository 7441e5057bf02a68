import type { CoreV1Event, V1Pod } from "@kubernetes/client-node";
import type { Cause, Component } from "@/lib/domain/cause";
import { findPart } from "@/lib/domain/store-part";
import type { KubeObject } from "@/lib/kube/kube-object";
import { lastSeenMs } from "@/lib/kube/last-seen";
import { objectsOf, observeWorkloads } from "../observe-workloads";
import type { StoreSnapshot } from "../store-snapshot";
import { componentOf } from "./about-component";
import { lostReadinessAtMs } from "./container-runs";
import { type DeadPod, explainDeadPod } from "./explain-dead-pod";
import { currentPods, timeMs } from "./read-pods";

/** A controller replaces a dead pod within this time. A pod that is younger exists for another reason. */
const replacedWithinMs = 60_000;

/** The pods of the parts that run all the time which have failed: they stay until somebody deletes them. */
export function findDeadPods(snapshot: StoreSnapshot): V1Pod[] {
  return objectsOf<V1Pod>(snapshot, "Pod").filter((pod) => isDead(pod, snapshot));
}

/** Whether the pod of a Deployment or StatefulSet of the store has ended for good. A running pod is never dead. */
export function isDead(pod: V1Pod, { parts }: Pick<StoreSnapshot, "parts">): boolean {
  const part = findPart(parts, componentOf(pod, { parts }));
  const controller = pod.metadata?.ownerReferences?.find((owner) => owner.controller)?.kind;
  return (
    pod.status?.phase === "Failed" &&
    part !== undefined &&
    part.workload !== "CronJob" &&
    (controller === "ReplicaSet" || controller === "StatefulSet")
  );
}

/** Parts that are not ready because their last pod was evicted, and its replacement has not been ready yet. */
export function explainEvictions(snapshot: StoreSnapshot): Cause[] {
  const dead = [...listDeadPods(snapshot), ...listEvictionEvents(snapshot)].sort((a, b) => b.atMs - a.atMs);
  const unready = Object.entries(observeWorkloads(snapshot).parts).filter(([, state]) => state !== "ready");
  return unready.flatMap(([component]) => {
    const last = dead.find((pod) => pod.component === component);
    return last && isBeingReplaced(snapshot, last) ? explainDeadPod(last, snapshot) : [];
  });
}

function isBeingReplaced(snapshot: StoreSnapshot, { component, atMs }: DeadPod & { atMs: number }): boolean {
  const pods = currentPods(snapshot).filter((pod) => componentOf(pod, snapshot) === component);
  return pods.every((pod) => {
    const createdMs = timeMs(pod.metadata?.creationTimestamp) ?? 0;
    const wasReady = (pod.status?.containerStatuses ?? []).some(
      (status) => lostReadinessAtMs({ pod, status }) !== null,
    );
    return createdMs - atMs <= replacedWithinMs && !wasReady;
  });
}

function listDeadPods(snapshot: StoreSnapshot): (DeadPod & { atMs: number })[] {
  return findDeadPods(snapshot).map((pod) => ({
    ...describeDeadPod(pod, snapshot),
    atMs: endedAtMs(pod),
  }));
}

/** A dead pod as `explainDeadPod` reads it. */
export function describeDeadPod(pod: V1Pod, store: Pick<StoreSnapshot, "parts">): DeadPod {
  return {
    component: componentOf(pod, store),
    reason: pod.status?.reason ?? "",
    message: pod.status?.message ?? "",
    node: pod.spec?.nodeName,
  };
}

function endedAtMs({ metadata, status }: V1Pod): number {
  const ends = (status?.containerStatuses ?? []).map(({ state }) => timeMs(state?.terminated?.finishedAt));
  const changes = (status?.conditions ?? []).map(({ lastTransitionTime }) => timeMs(lastTransitionTime));
  return Math.max(timeMs(metadata?.creationTimestamp) ?? 0, ...ends.map(Number), ...changes.map(Number));
}

/** Evictions of pods that are gone. Their events have no labels: the pod's name begins with that of its controller. */
function listEvictionEvents(snapshot: StoreSnapshot): (DeadPod & { atMs: number })[] {
  const owners = snapshot.objects.filter(({ kind }) => kind === "ReplicaSet" || kind === "StatefulSet");
  return snapshot.warnings.flatMap((warning) => {
    const { reason, message, involvedObject, source } = warning as unknown as CoreV1Event;
    if (reason !== "Evicted" || involvedObject.kind !== "Pod") return [];
    const component = ownerOf(involvedObject.name ?? "", owners, snapshot);
    if (component === null) return [];
    return { component, reason, message: message ?? "", node: source?.host, atMs: lastSeenMs(warning) };
  });
}

function ownerOf(pod: string, owners: KubeObject[], snapshot: StoreSnapshot): Component | null {
  const owner = owners.find(({ metadata }) => pod.startsWith(`${metadata.name}-`));
  return owner ? componentOf(owner, snapshot) : null;
}
