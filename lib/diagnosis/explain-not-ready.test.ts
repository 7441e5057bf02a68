import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { woocommerceProfile } from "@/lib/engines/woocommerce/woocommerce-profile";
import type { KubeObject } from "@/lib/kube/kube-object";
import { brief, fixtures, readSnapshot } from "@/tests/support/recorded-situation";
import { crashedContainers, explainNotReady } from "./explain-not-ready";
import type { StoreSnapshot } from "./store-snapshot";

/** Later than the recordings. */
const longAfter = new Date("2100-01-01T00:00:00Z");

const situations: Record<string, string[]> = {
  "account-missing": [
    "admission_refused database: The cluster can't create the database: the service account nobody is missing.",
  ],
  "crash-loop": ["crash_loop database: The database crashed twice (exit code 3)."],
  "cron-image-missing": [
    "image_unavailable cron: The background job can't start: its image localhost/storeyard/wordpress:nope is not in the cluster.",
  ],
  "image-denied": [
    "! image_unavailable shop: The shop can't start: its image 127.0.0.1:PORT/denied:1 does not exist, or the cluster may not pull it.",
  ],
  "image-missing": [
    "! image_unavailable shop: The shop can't start: its image 127.0.0.1:PORT/missing:1 does not exist.",
  ],
  "image-name-invalid": [
    "! image_unavailable shop: The shop can't start: its image Not A Name is not a valid image name.",
  ],
  "image-never-pulled": [
    "! image_unavailable shop: The shop can't start: its image docker.io/storeyard/wordpress:nope is not on the node, and its pull policy is Never.",
  ],
  "image-not-in-cluster": [
    "! image_unavailable shop: The shop can't start: its image localhost/storeyard/wordpress:nope is not in the cluster.",
  ],
  "image-registry-broken": [
    "image_unavailable shop: The shop can't start: its image 127.0.0.1:PORT/broken:1 can't be pulled at the moment. Kubernetes tries again.",
  ],
  "image-registry-unknown": [
    "image_unavailable shop: The shop can't start: its image registry.invalid/storeyard/wordpress:1 can't be pulled at the moment. Kubernetes tries again.",
  ],
  "image-runs-as-root": [
    "! container_config database: The database can't start: its image runs as root, which the cluster's security rules forbid.",
  ],
  "limit-range-exceeded": [
    "! admission_refused shop: The cluster refuses to create the shop: maximum memory usage per Container is 512Mi, but limit is 768Mi.",
  ],
  "machine-kept-for-others": [
    "unschedulable shop: No node of the cluster has capacity for the shop: the nodes that fit are not ready, or have a taint.",
  ],
  "mounted-key-missing": [
    "! container_config shop: The shop can't start: its Secret has no key no-such-key.",
  ],
  "namespace-held": [
    "namespace_terminating store: The store's namespace is being deleted. Some of its objects are still there.",
  ],
  "no-machine-selected": [
    "unschedulable shop: No node of the cluster has capacity for the shop: no node has the labels that it requires.",
  ],
  "no-machine-with-room": [
    "unschedulable shop: No node of the cluster has capacity for the shop: it requests 64 CPU and 256 MB of memory, and there is not enough CPU left.",
  ],
  "out-of-memory": [
    "out_of_memory database: The database ran out of memory once: its limit of 32 MB is too small.",
  ],
  "policy-refused": [
    "! admission_refused shop: A rule of the cluster (storeyard-forbidden) refuses the shop: pods may not carry the forbidden annotation.",
  ],
  "probe-failing": [
    "probe_failing shop: The shop runs, but has not passed its health check since it started.",
  ],
  "probe-kills": [
    "probe_failing shop: The shop was restarted once because it did not pass its health check.",
  ],
  "program-missing": ["! container_config shop: The shop can't start: its program can't be run."],
  "quota-full-database": [
    "! quota_exceeded database: The store's quota has no capacity left for the database (pods: 1 requested, 0 of 0 in use).",
  ],
  "quota-full-shop": [
    "! quota_exceeded shop: The store's quota has no capacity left for the shop (CPU: 0.1 requested, 0 of 0.05 in use).",
  ],
  "quota-wants-limits": [
    "! quota_exceeded shop: The store's quota wants limits.cpu, limits.memory, requests.cpu, requests.memory to be set for the shop.",
  ],
  ready: [],
  "scaled-to-zero": ["starting shop: scaled-to-zero-shop is scaled to 0 replicas, so nothing runs."],
  "secret-key-missing": [
    "! container_config shop: The shop can't start: the Secret store-credentials has no key no-such-key.",
  ],
  "secret-missing": [
    "container_config database: The database can't start: the Secret store-credentials is missing.",
  ],
  "secret-missing-in-environment": [
    "container_config shop: The shop can't start: the Secret nothing is missing.",
  ],
  "security-refused": [
    "! admission_refused shop: The cluster's security rules refuse the shop: host namespaces, hostPort, allowPrivilegeEscalation != false, unrestricted capabilities.",
  ],
  starting: ["starting database: The database is starting.", "starting shop: The shop is starting."],
  "volume-class-unknown": [
    "! volume_unbound disk: The disk of the database can't be created: the cluster has no storage class none.",
  ],
  "volume-never-made": [
    "starting disk: Waiting for the disk: the storage class storeyard-never is still creating a 256 MB volume.",
  ],
  "volume-waits-for-pod": [
    "starting disk: Waiting for the disk: a 256 MB volume is created as soon as the database has its place.",
  ],
  "volume-without-class": [
    "! volume_unbound disk: The disk of the database can't be created: the cluster has no default storage class.",
  ],
  "webhook-away": [
    "admission_refused shop: A check of the cluster (images.example.com) does not answer, so the shop can't be created. It is tried again.",
  ],
};

test.each(Object.entries(situations))("%s", (situation, expected) => {
  const causes = explainNotReady(readSnapshot(situation), new Map(), longAfter);
  expect(causes.map((cause) => brief(cause).replace(/127\.0\.0\.1:\d+/, "127.0.0.1:PORT"))).toEqual(expected);
  for (const { code, detail, next, waitingMayCure } of causes) {
    // A cause has the words of Kubernetes, and a next step where waiting can't cure it.
    const isKnownByItself = /starting|volume|memory|crash/.test(code);
    expect(Boolean(detail) || isKnownByItself).toBe(true);
    if (!waitingMayCure) expect(next).toBeTruthy();
  }
});

test("each recorded situation has an expected cause", () => {
  const recorded = readdirSync(fixtures).map((file) => file.replace(".json", ""));
  expect(recorded.sort()).toEqual(Object.keys(situations).sort());
});

describe("a crash", () => {
  const snapshot = readSnapshot("crash-loop");

  test("is reported with the last log line of the run that crashed", () => {
    const [crashed, ...others] = crashedContainers(snapshot);
    expect(others).toEqual([]);
    expect(crashed).toMatchObject({
      namespace: "store-crash-loop",
      pod: "crash-loop-database-0",
      container: "database",
      previous: true,
    });
    const lines = new Map([[crashed?.key ?? "", "InnoDB: ib_logfile0 is corrupt"]]);
    expect(explainNotReady(snapshot, lines)[0]).toMatchObject({
      detail: "InnoDB: ib_logfile0 is corrupt",
      next: "Read its last log line, then its logs.",
    });
  });

  test("that repeats is not cured by waiting", () => {
    const worn = structuredClone(snapshot);
    for (const { kind, status } of worn.objects) {
      if (kind !== "Pod") continue;
      for (const container of (status as { containerStatuses: { restartCount: number }[] })
        .containerStatuses) {
        container.restartCount = 5;
      }
    }
    expect(explainNotReady(worn).map(brief)).toEqual([
      "! crash_loop database: The database crashed 6 times (exit code 3).",
    ]);
  });
});

test("the most serious cause comes first, and causes of the background job come last", () => {
  const situationsAtOnce = ["cron-image-missing", "probe-failing", "crash-loop", "image-missing"];
  const snapshots = situationsAtOnce.map(readSnapshot);
  const together: StoreSnapshot = {
    namespace: null,
    parts: woocommerceProfile.parts,
    objects: snapshots.flatMap(({ objects }) => objects),
    warnings: snapshots.flatMap(({ warnings }) => warnings),
  };
  expect(explainNotReady(together).map(({ code, component }) => `${code} ${component}`)).toEqual([
    "image_unavailable shop",
    "crash_loop database",
    "probe_failing shop",
    "image_unavailable cron",
  ]);
});

test("warnings about an earlier pod of the same name are ignored", () => {
  const snapshot = readSnapshot("secret-missing");
  for (const { kind, metadata } of snapshot.objects) if (kind === "Pod") metadata.uid = "another";
  expect(explainNotReady(snapshot).map(({ code }) => code)).toEqual(["starting"]);
});

test("a pod that is being deleted is ignored", () => {
  const snapshot = readSnapshot("image-missing");
  for (const { kind, metadata } of snapshot.objects) {
    if (kind === "Pod") metadata.deletionTimestamp = "2026-11-23T21:50:00Z";
  }
  expect(explainNotReady(snapshot).map(({ message }) => message)).toEqual(["The shop is about to start."]);
});

describe("a mount that failed", () => {
  /** The store without its Secret, with another complaint of the kubelet, some time after the pod's start. */
  function complaining(message: string, afterMs: number): StoreSnapshot {
    const snapshot = readSnapshot("secret-missing");
    const pod = snapshot.objects.find(({ kind }) => kind === "Pod");
    const { startTime } = (pod as KubeObject).status as { startTime: string };
    const lastTimestamp = new Date(Date.parse(startTime) + afterMs).toISOString();
    for (const warning of snapshot.warnings) Object.assign(warning, { message, lastTimestamp });
    return snapshot;
  }
  const message = 'MountVolume.SetUp failed for volume "secrets" : failed to sync secret cache: timed out';

  test("is ignored while the pod has just started", () => {
    expect(explainNotReady(complaining(message, 1_000)).map(({ code }) => code)).toEqual(["starting"]);
  });

  test("is a cause when it keeps failing", () => {
    expect(explainNotReady(complaining(message, 15_000)).map(brief)).toEqual([
      "container_config database: The database can't start: its volumes can't be mounted. Kubernetes tries again.",
    ]);
  });

  test("is no longer a cause once the image is pulled", () => {
    const snapshot = complaining(message, 15_000);
    for (const { kind, status } of snapshot.objects) {
      if (kind !== "Pod") continue;
      const { containerStatuses } = status as { containerStatuses: { state: object }[] };
      for (const container of containerStatuses) container.state = { waiting: { reason: "ErrImagePull" } };
    }
    expect(explainNotReady(snapshot).map(({ code }) => code)).toEqual(["image_unavailable"]);
  });
});

test("workloads that wait for their volumes have one cause: the volumes", () => {
  const snapshot = readSnapshot("starting");
  for (const object of snapshot.objects) {
    if (object.kind === "PersistentVolumeClaim") object.status = { phase: "Pending" };
    if (object.kind === "Pod") delete (object.spec as { nodeName?: string }).nodeName;
  }
  const disks = explainNotReady(snapshot);
  expect(new Set(disks.map(({ component }) => component))).toEqual(new Set(["disk"]));
});
