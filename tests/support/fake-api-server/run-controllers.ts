import type { KubeObject, ObjectRef } from "@/lib/kube/kube-object";
import type { FakeCluster } from "../fake-kube";
import { refOf, type StoreChange } from "../object-store";
import { bindClaim, buildReadyPod, countQuota, rollOut } from "../ready-workloads";
import { findRefusal, isRule } from "./find-refusal";

/** How long a pod takes to start. */
const startMs = 150;

/**
 * Does what the controllers and the kubelet of a real cluster do for stores, some milliseconds after each change:
 * counts quotas, binds claims, removes namespaces, starts pods and restarts them, or reports why it can't. Returns what
 * ends it.
 */
export function runControllers(cluster: FakeCluster, removeMs: number): () => void {
  const timers = new Set<NodeJS.Timeout>();
  const after = (delayMs: number, act: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, delayMs);
    timers.add(timer);
  };
  const isOwn = (object: KubeObject) => object.kind === "Deployment" || object.kind === "StatefulSet";
  const startSoon = (ref: ObjectRef) =>
    after(startMs, () => {
      const workload = cluster.get(ref);
      if (workload && !isRolledOut(workload)) start(cluster, workload);
    });

  // Later than the change itself: the other listeners receive it first.
  const unsubscribe = cluster.objects.onChange((change) => queueMicrotask(() => react(change)));
  const react = ({ type, object }: StoreChange) => {
    if (type === "deleted") {
      if (object.kind === "Pod") {
        const owner = ownerOf(cluster, object);
        if (owner) cluster.put(withoutPods(owner));
      }
      if (isRule(object)) cluster.objects.all().filter(isOwn).map(refOf).forEach(startSoon);
    } else if (object.kind === "Namespace" && object.metadata.deletionTimestamp) {
      after(removeMs, () => cluster.releaseNamespace(object.metadata.name));
    } else if (object.kind === "ResourceQuota") update(cluster, object, countQuota);
    else if (object.kind === "PersistentVolumeClaim") update(cluster, object, bindClaim);
    else if (isOwn(object) && !isRolledOut(object) && !isRefused(object)) startSoon(refOf(object));
  };
  return () => {
    unsubscribe();
    for (const timer of timers) clearTimeout(timer);
  };
}

/** Changes an object as it is now, where it is still there. */
function update(cluster: FakeCluster, of: KubeObject, change: (object: KubeObject) => KubeObject): void {
  const object = cluster.get(refOf(of));
  if (object) cluster.put(change(object));
}

interface Status {
  observedGeneration?: number;
  readyReplicas?: number;
  refusedGeneration?: number;
}

const statusOf = ({ status }: KubeObject): Status => (status ?? {}) as Status;

function isRolledOut(workload: KubeObject): boolean {
  const { observedGeneration, readyReplicas = 0 } = statusOf(workload);
  return observedGeneration === workload.metadata.generation && readyReplicas > 0;
}

/** Refused as it is: tried again when the rule goes. */
function isRefused(workload: KubeObject): boolean {
  return statusOf(workload).refusedGeneration === workload.metadata.generation;
}

function withoutPods(workload: KubeObject): KubeObject {
  const { generation } = workload.metadata;
  return { ...workload, status: { observedGeneration: generation, replicas: 0, readyReplicas: 0 } };
}

/** Replaces the workload's pods by new ones, or reports on it what keeps them from coming. */
function start(cluster: FakeCluster, workload: KubeObject): void {
  const pod = buildReadyPod(workload);
  const refusal = findRefusal(cluster.objects.all(), {
    name: pod.metadata.name,
    labels: pod.metadata.labels ?? {},
  });
  const { name, namespace = "", generation, uid } = workload.metadata;
  if (refusal === null) {
    if (workload.kind === "Deployment") cluster.put(buildReplicaSet(workload, null));
    cluster.put(pod);
    cluster.put(rollOut(workload));
    return;
  }
  if (workload.kind === "Deployment") {
    const { kind, metadata } = cluster.put(buildReplicaSet(workload, refusal));
    const on = { kind, name: metadata.name, uid: metadata.uid };
    cluster.warn(namespace, on, "FailedCreate", `Error creating: ${refusal}`);
  } else {
    const message = `create Pod ${pod.metadata.name} in StatefulSet ${name} failed error: ${refusal}`;
    cluster.warn(namespace, { kind: workload.kind, name, uid }, "FailedCreate", message);
  }
  const status = { ...statusOf(withoutPods(workload)), refusedGeneration: generation };
  cluster.put({ ...workload, status });
}

function buildReplicaSet(deployment: KubeObject, refusal: string | null): KubeObject {
  const { name, namespace, labels, uid = "" } = deployment.metadata;
  const { replicas = 1, template, selector } = deployment.spec as Record<string, unknown>;
  const failure = { type: "ReplicaFailure", status: "True", reason: "FailedCreate", message: refusal };
  const count = refusal === null ? replicas : 0;
  return {
    apiVersion: "apps/v1",
    kind: "ReplicaSet",
    metadata: {
      name: `${name}-1`,
      namespace,
      labels,
      ownerReferences: [{ apiVersion: "apps/v1", kind: "Deployment", name, uid, controller: true }],
    },
    spec: { replicas, selector, template },
    status: { replicas: count, readyReplicas: count, conditions: refusal === null ? [] : [failure] },
  };
}

/** The workload that a pod was made for: its name is the workload's with a number. */
function ownerOf(cluster: FakeCluster, { metadata }: KubeObject): KubeObject | null {
  const name = metadata.name.replace(/-\d+$/, "");
  const namespace = metadata.namespace ?? "";
  if (cluster.get({ apiVersion: "v1", kind: "Namespace", name: namespace }) === null) return null;
  for (const kind of ["StatefulSet", "Deployment"]) {
    const found = cluster.get({ apiVersion: "apps/v1", kind, namespace, name });
    if (found) return found;
  }
  return null;
}
