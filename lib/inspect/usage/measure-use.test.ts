import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { NamespaceSnapshot } from "@/lib/kube/cluster-view";
import { listNodes, measureUse } from "./measure-use";
import { type PodSamples, parseNodeStats, type VolumeSample } from "./parse-node-stats";
import type { Answer } from "./shared-answer";
import type { Measured } from "./usage-source";

const mib = 2 ** 20;
const nodeName = "storeyard-local";
const [shop, database] = ["store-ready/ready-shop-7cb5f4cb89-z97qs", "store-ready/ready-database-0"];

/** A store on a real cluster, and the answer of its node's kubelet. */
function recorded(): { snapshot: NamespaceSnapshot; samples: PodSamples } {
  const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
  const snapshot: NamespaceSnapshot = read("lib/diagnosis/fixtures/ready.json");
  const quota = { hard: { "limits.cpu": "4", "limits.memory": "4Gi" }, used: {} };
  const metadata = { name: "ready-quota" };
  snapshot.objects.push({ apiVersion: "v1", kind: "ResourceQuota", metadata, status: quota });
  return {
    snapshot,
    samples: parseNodeStats(read("lib/inspect/usage/fixtures/node-stats.json"), () => true),
  };
}
const told = (answer: Answer<PodSamples>, metrics: Measured["metrics"] = null): Measured => ({
  nodes: new Map([[nodeName, answer]]),
  metrics,
});
const volume = (usedBytes: number, availableBytes: number): VolumeSample => ({
  capacityBytes: usedBytes + availableBytes,
  usedBytes,
  availableBytes,
});

it("the usage of all pods is added up and shown with the containers' limits, which are below the plan's quota", () => {
  const { snapshot, samples } = recorded();
  expect(listNodes(snapshot)).toEqual([nodeName, nodeName]);
  const usage = measureUse(snapshot, told({ is: "read", value: samples }));
  expect(usage).toMatchObject({
    cpu: { used: 0.002211674 + 0.015743458, most: 3, bound: "containers", quota: 4 },
    memory: { used: 30_191_616 + 302_845_952, most: 1_280 * mib, bound: "containers", quota: 4 * 2 ** 30 },
    measuredAt: new Date("2026-11-24T18:07:06Z"),
    tight: [],
  });
});

it("the plan's quota applies where it is lower, and where a container has no limit", () => {
  const { snapshot, samples } = recorded();
  const memory = () => measureUse(snapshot, told({ is: "read", value: samples })).memory;
  const quota = snapshot.objects.find(({ kind }) => kind === "ResourceQuota");
  Object.assign(quota?.status as object, { hard: { "limits.memory": "1Gi" } });
  expect(memory()).toMatchObject({ most: 1_024 * mib, bound: "plan", quota: 1_024 * mib });
  Object.assign(quota?.status as object, { hard: { "limits.memory": "4Gi" } });
  const pod = snapshot.objects.find(({ metadata }) => metadata.name === "ready-database-0");
  const { containers } = (pod as unknown as { spec: { containers: { resources: { limits?: object } }[] } })
    .spec;
  for (const { resources } of containers) delete resources.limits;
  expect(memory()).toMatchObject({ most: 4_096 * mib, bound: "plan" });
  Object.assign(quota?.status as object, { hard: {} });
  expect(memory()).toMatchObject({ most: null, bound: null, quota: null });
});

it("volumes that are directories of the node are unavailable, not empty", () => {
  const { snapshot, samples } = recorded();
  const { disks, gaps } = measureUse(snapshot, told({ is: "read", value: samples }));
  expect(disks).toEqual([]);
  expect(gaps).toEqual([
    {
      of: ["disk"],
      reason: "not_measured",
      message: "In this cluster a volume is a directory on its node, whose size is not measured.",
      next: null,
    },
  ]);
});

it("measured volumes are reported, and a nearly full one is marked", () => {
  const { snapshot, samples } = recorded();
  samples.get(shop)?.volumes.set("ready-shop", volume(100 * mib, 150 * mib));
  samples.get(database)?.volumes.set("ready-database", volume(240 * mib, 10 * mib));
  const usage = measureUse(snapshot, told({ is: "read", value: samples }));
  expect(usage.disks).toEqual([
    { component: "shop", used: 100 * mib, most: 250 * mib },
    { component: "database", used: 240 * mib, most: 250 * mib },
  ]);
  expect(usage.tight).toEqual([{ of: "disk", component: "database", share: 0.96 }]);
  expect(usage.gaps).toEqual([]);
});

it("a volume on the node's file system is unavailable, because other data is on it", () => {
  const { snapshot, samples } = recorded();
  samples.get(shop)?.volumes.set("ready-shop", volume(100 * 1_024 * mib, 100 * 1_024 * mib));
  samples.get(database)?.volumes.set("ready-database", volume(mib, 250 * mib));
  const { disks, gaps } = measureUse(snapshot, told({ is: "read", value: samples }));
  expect(disks).toEqual([]);
  expect(gaps.map(({ of }) => of)).toEqual([["disk"]]);
});

it("a part that is close to its memory limit is marked, however much of the plan is free", () => {
  const { snapshot, samples } = recorded();
  const sample = samples.get(database);
  if (sample) sample.memoryBytes = 0.95 * 512 * mib;
  const { tight } = measureUse(snapshot, told({ is: "read", value: samples }));
  expect(tight).toEqual([{ of: "memory", component: "database", share: 0.95 }]);
});

it.each<[string, Measured, string, string | null]>([
  [
    "the metrics API tells no disks",
    told({ is: "refused" }, { is: "read", value: new Map() }),
    "not_yet",
    "disk",
  ],
  ["nobody measures", told({ is: "refused" }, { is: "absent" }), "not_measured", "disk"],
  ["no kubelet has statistics", told({ is: "absent" }, { is: "absent" }), "not_measured", "disk"],
  ["the node does not answer", told({ is: "silent" }, { is: "absent" }), "no_answer", null],
  ["the metrics API is away", told({ is: "refused" }, { is: "silent" }), "no_answer", "disk"],
  ["it has only just started", told({ is: "read", value: new Map() }), "not_yet", "disk"],
])("if %s, no value is shown and the reason is given", (_, measured, reason, apart) => {
  const usage = measureUse(recorded().snapshot, measured);
  expect(usage).toMatchObject({ cpu: null, memory: null, disks: [], measuredAt: null });
  expect(usage.gaps[0]).toMatchObject({ reason });
  expect(usage.gaps.map(({ of }) => of)).toEqual(
    apart === null ? [["cpu", "memory", "disk"]] : [["cpu", "memory"], ["disk"]],
  );
});

it("the metrics API is used where the kubelets refuse", () => {
  const { snapshot, samples } = recorded();
  const usage = measureUse(snapshot, told({ is: "refused" }, { is: "read", value: samples }));
  expect(usage.memory?.used).toBe(30_191_616 + 302_845_952);
  expect(usage.gaps).toMatchObject([
    { of: ["disk"], next: "The cluster's administrator can grant Storeyard the permission nodes/proxy." },
  ]);
});

it("the usage of some pods is not reported as the usage of the store", () => {
  const { snapshot, samples } = recorded();
  const pod = snapshot.objects.find(({ metadata }) => metadata.name === "ready-database-0");
  (pod?.spec as { nodeName: string }).nodeName = "machine-2";
  const nodes = new Map<string, Answer<PodSamples>>([
    [nodeName, { is: "read", value: samples }],
    ["machine-2", { is: "silent" }],
  ]);
  const usage = measureUse(snapshot, { nodes, metrics: { is: "absent" } });
  expect(usage).toMatchObject({ cpu: null, memory: null });
  expect(usage.gaps).toMatchObject([{ of: ["cpu", "memory", "disk"], reason: "no_answer" }]);
});

it("a sum needs the measurements of all parts, and not those of Jobs", () => {
  const { snapshot, samples } = recorded();
  samples.delete(database);
  const measure = () => measureUse(snapshot, told({ is: "read", value: samples }));
  expect(measure()).toMatchObject({ cpu: null, memory: null });
  expect(measure().gaps[0]).toMatchObject({ of: ["cpu", "memory"], reason: "not_yet" });
  const pod = snapshot.objects.find(({ metadata }) => metadata.name === "ready-database-0");
  if (pod) pod.metadata.ownerReferences = [{ apiVersion: "batch/v1", kind: "Job", name: "cron", uid: "1" }];
  expect(measure().memory?.used).toBe(302_845_952);
});

it("a store without running pods has no usage", () => {
  const { snapshot } = recorded();
  snapshot.objects = snapshot.objects.filter(({ kind }) => kind !== "Pod");
  const { gaps } = measureUse(snapshot, { nodes: new Map(), metrics: null });
  expect(gaps).toMatchObject([{ of: ["cpu", "memory", "disk"], reason: "not_running" }]);
});
