import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { createFakeCluster } from "@/tests/support/fake-kube";
import { UsageSource } from "./usage-source";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const stats = (pod: string) => ({
  pods: [{ podRef: { namespace: "store-a", name: pod }, cpu: { usageNanoCores: 1e9 }, memory: null }],
});
const metrics = {
  apiVersion: "metrics.k8s.io/v1beta1",
  kind: "PodMetrics",
  metadata: { name: "a-shop-0", namespace: "store-a", labels: { "storeyard.dev/store": "a" } },
  timestamp: "2026-11-24T18:07:07Z",
  containers: [{ usage: { cpu: "1", memory: "1Gi" } }],
};

function createSource() {
  const cluster = createFakeCluster();
  return { cluster, source: new UsageSource(cluster.kube) };
}
const is = async (source: UsageSource, ...nodes: string[]) => {
  const reading = source.read(nodes);
  await vi.advanceTimersByTimeAsync(5_000);
  const measured = await reading;
  return [...nodes.map((node) => measured.nodes.get(node)?.is), measured.metrics?.is];
};

it("many readers cause one request for each node until the result expires", async () => {
  const { cluster, source } = createSource();
  cluster.stats.set("m1", stats("a-shop-0")).set("m2", stats("b-shop-0"));
  const all = await Promise.all([source.read(["m1"]), source.read(["m1", "m2", "m1"]), source.read(["m2"])]);
  expect(all.every(({ metrics }) => metrics === null)).toBe(true);
  await source.read(["m1", "m2"]);
  expect(cluster.calls.toSorted()).toEqual(["nodeStats Node m1", "nodeStats Node m2"]);
  await vi.advanceTimersByTimeAsync(10_000);
  await source.read(["m1"]);
  expect(cluster.calls).toHaveLength(3);
});

it("the metrics API is used where the kubelets refuse, and refusals are shared", async () => {
  const { cluster, source } = createSource();
  cluster.put(metrics);
  expect(await is(source, "m1")).toEqual(["refused", "read"]);
  expect(await is(source, "m1")).toEqual(["refused", "read"]);
  expect(cluster.calls).toEqual(["nodeStats Node m1", "list PodMetrics storeyard.dev/store"]);
});

it.each([
  ["has no metrics API", new AppError("invalid", "The cluster has no kind PodMetrics."), "absent"],
  ["refuses the request", new AppError("forbidden", "pods.metrics.k8s.io is forbidden"), "refused"],
  ["has a metrics API that does not answer", new AppError("unavailable", "503"), "silent"],
])("a cluster that %s is distinguished", async (_, error, expected) => {
  const { cluster, source } = createSource();
  cluster.fail("list", error);
  expect(await is(source, "m1")).toEqual(["refused", expected]);
});

it("a node that hangs does not delay readers, and gets one request until it answers", async () => {
  const { cluster, source } = createSource();
  let answer = (_: unknown) => {};
  const asked = vi.spyOn(cluster.kube, "nodeStats");
  asked.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  expect(await is(source, "m1")).toEqual(["silent", "read"]);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await is(source, "m1")).toEqual(["silent", "read"]);
  expect(asked).toHaveBeenCalledTimes(1);
  answer(stats("a-shop-0"));
  await vi.advanceTimersByTimeAsync(0);
  expect(await is(source, "m1")).toEqual(["read", undefined]);
});

it("a malformed answer is treated as no answer", async () => {
  const { cluster, source } = createSource();
  cluster.stats.set("m1", "<html>");
  expect(await is(source, "m1")).toEqual(["silent", "read"]);
});
