import type { V1Pod } from "@kubernetes/client-node";
import { describe, expect, it, test } from "vitest";
import type { KubeObject } from "@/lib/kube/kube-object";
import { brief, podOf, readSnapshot } from "@/tests/support/recorded-situation";
import { explainNotReady } from "../explain-not-ready";
import { explainDeadPod } from "./explain-dead-pod";
import { findDeadPods } from "./explain-evictions";

const overLimit = 'Usage of EmptyDir volume "tmp" exceeds the limit "1Gi". ';
const evicted =
  "evicted shop: The shop's pod was evicted: its temporary volume tmp exceeded the limit of 1 GB.";

/** A shop whose pod was evicted at 21:50:20, with the pod that replaces it. */
function evictedShop() {
  const snapshot = readSnapshot("probe-failing");
  const { pod: next, container } = podOf(snapshot);
  const dead = structuredClone(next);
  Object.assign(dead.metadata ?? {}, { name: "probe-failing-shop-59f6d495c7-old", uid: "old" });
  Object.assign(dead.status ?? {}, { phase: "Failed", reason: "Evicted", message: overLimit });
  for (const status of dead.status?.containerStatuses ?? []) {
    const terminated = { exitCode: 137, reason: "Error", finishedAt: "2026-11-23T21:50:20Z" };
    status.state = { terminated: terminated as never };
  }
  Object.assign(next.metadata ?? {}, { creationTimestamp: "2026-11-23T21:50:21Z" });
  container.state = { running: { startedAt: "2026-11-23T21:50:22Z" as unknown as Date } };
  snapshot.warnings = [];
  snapshot.objects.push(dead as unknown as KubeObject);
  return { snapshot, dead, next };
}

const causesOf = (snapshot: ReturnType<typeof readSnapshot>) => explainNotReady(snapshot).map(brief);

describe("a pod that was evicted", () => {
  it("is the cause while its replacement starts, and is not reported as a crash", () => {
    expect(causesOf(evictedShop().snapshot)).toEqual([evicted]);
  });

  it("is still the cause after it was removed, by its event", () => {
    const { snapshot, dead } = evictedShop();
    snapshot.objects = snapshot.objects.filter((object) => object !== (dead as unknown as KubeObject));
    snapshot.warnings = [
      {
        apiVersion: "v1",
        kind: "Event",
        metadata: { name: "evicted.1", namespace: "store-probe-failing" },
        reason: "Evicted",
        message: overLimit,
        involvedObject: { kind: "Pod", name: dead.metadata?.name, uid: "old" },
        lastTimestamp: "2026-11-23T21:50:20Z",
      },
    ];
    snapshot.objects.push({
      apiVersion: "apps/v1",
      kind: "ReplicaSet",
      metadata: {
        name: "probe-failing-shop-59f6d495c7",
        labels: { "app.kubernetes.io/component": "shop" },
      },
      spec: { replicas: 1 },
      status: { replicas: 1 },
    });
    expect(causesOf(snapshot)).toEqual([evicted]);
  });

  it("is not the cause if something else prevents the start of its replacement", () => {
    const { snapshot, next } = evictedShop();
    for (const status of next.status?.containerStatuses ?? []) {
      status.state = { waiting: { reason: "ErrImagePull", message: "no such image" } };
    }
    expect(explainNotReady(snapshot).map(({ code }) => code)).toEqual(["image_unavailable"]);
  });

  it("is not a cause after its replacement was ready, or for a pod that was created later", () => {
    const { snapshot, next } = evictedShop();
    Object.assign(next.metadata ?? {}, { creationTimestamp: "2026-11-23T22:50:21Z" });
    expect(explainNotReady(snapshot).map(({ code }) => code)).toEqual(["starting"]);
  });

  it("comes before the missing capacity for its replacement, if its node was short of memory", () => {
    const { snapshot, dead, next } = evictedShop();
    Object.assign(dead.status ?? {}, { message: "The node was low on resource: memory. Threshold 100Mi." });
    Object.assign(next.status ?? {}, {
      phase: "Pending",
      containerStatuses: [],
      conditions: [
        {
          type: "PodScheduled",
          status: "False",
          reason: "Unschedulable",
          message: "0/1 nodes are available: 1 node(s) had untolerated taint(s).",
        },
      ],
    });
    expect(causesOf(snapshot)).toEqual([
      "evicted shop: The shop's pod was evicted: its node storeyard-local is short of memory.",
      "unschedulable shop: No node of the cluster has capacity for the shop: the nodes that fit are not ready, or have a taint.",
    ]);
  });
});

test.each([
  [
    "Evicted",
    "The node was low on resource: ephemeral-storage. Threshold quantity: 1, available: 0.",
    "was evicted: its node is short of disk space",
  ],
  [
    "Evicted",
    "The node was low on resource: inodes. ",
    "was evicted: its node is short of file entries (inodes)",
  ],
  [
    "Evicted",
    "Pod was rejected: The node had condition: [DiskPressure]. ",
    "was evicted: its node is short of disk space",
  ],
  ["Evicted", "The node had condition: [PIDPressure]. ", "was evicted: its node is short of process IDs"],
  [
    "Evicted",
    'Container shop exceeded its local ephemeral storage limit "1Gi". ',
    "was evicted: the files in its container shop exceeded the limit of 1 GB",
  ],
  [
    "Evicted",
    "Pod ephemeral local storage usage exceeds the total limit of containers 2Gi. ",
    "was evicted: the files in its containers exceeded the limit of 2 GB",
  ],
  [
    "Terminated",
    "Pod was terminated in response to imminent node shutdown.",
    "was ended: its node shuts down",
  ],
  [
    "Preempting",
    "Preempted in order to admit critical pod",
    "was ended: its node needs its place for a pod of the system",
  ],
  ["OutOfcpu", "Node didn't have enough resource: cpu", "was refused: its node has not enough CPU left"],
  ["UnexpectedAdmissionError", "", "was ended (UnexpectedAdmissionError)"],
])("%s, %j: the pod %s", (reason, message, words) => {
  const { parts } = readSnapshot("ready");
  const cause = explainDeadPod({ component: "database", reason, message }, { parts });
  expect(cause.message).toBe(`The database's pod ${words}.`);
  expect(cause.next).toBeTruthy();
});

describe("a dead pod", () => {
  const change = (alter: (pod: V1Pod) => void) => {
    const { snapshot, dead } = evictedShop();
    alter(dead);
    return findDeadPods(snapshot).map(({ metadata }) => metadata?.uid);
  };

  it("is a failed pod of a Deployment or StatefulSet", () => {
    expect(change(() => {})).toEqual(["old"]);
  });

  it.each(["Running", "Pending", "Succeeded", "Unknown"])("is not a pod that is %s", (phase) => {
    expect(change(({ status }) => Object.assign(status ?? {}, { phase }))).toEqual([]);
  });

  it("is not a pod of a Job, because Kubernetes removes those", () => {
    expect(
      change(({ metadata }) => Object.assign(metadata?.ownerReferences?.[0] ?? {}, { kind: "Job" })),
    ).toEqual([]);
    expect(
      change(({ metadata }) =>
        Object.assign(metadata?.labels ?? {}, { "app.kubernetes.io/component": "cron" }),
      ),
    ).toEqual([]);
  });

  it("is not a pod without an owner in the store", () => {
    expect(change(({ metadata }) => Object.assign(metadata ?? {}, { labels: {} }))).toEqual([]);
  });
});
