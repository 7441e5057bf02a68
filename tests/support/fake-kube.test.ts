import { expect, test } from "vitest";
import { observeWorkloads } from "@/lib/diagnosis/observe-workloads";
import { woocommerceProfile } from "@/lib/engines/woocommerce/woocommerce-profile";
import type { KubeObject } from "@/lib/kube/kube-object";
import { createFakeCluster } from "./fake-kube";
import { describeKubePorts } from "./kube-port-suite";

const labels = { "storeyard.dev/store": "a" };
const namespace: KubeObject = { apiVersion: "v1", kind: "Namespace", metadata: { name: "store-a", labels } };
const deployment: KubeObject = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: {
    name: "a-shop",
    namespace: "store-a",
    labels: { ...labels, "app.kubernetes.io/component": "shop" },
  },
  spec: { replicas: 1, paused: true },
};
const manager = { fieldManager: "helm" };

const shared = createFakeCluster();
describeKubePorts("the fake cluster", "suite", () => shared);

test("repeating an apply reports no change", async () => {
  const { kube, view } = createFakeCluster();
  const first = await kube.apply(namespace, manager);
  const changes: unknown[] = [];
  view.onChange((change) => changes.push(change));
  expect(await kube.apply(namespace, manager)).toEqual(first);
  expect(changes).toEqual([]);
});

test("a held namespace stays Terminating, refuses new objects, and is deleted with its objects when released", async () => {
  const cluster = createFakeCluster();
  const { kube, view } = cluster;
  cluster.holdNamespaces = true;
  await kube.apply(namespace, manager);
  await kube.apply(deployment, manager);
  await kube.delete({ apiVersion: "v1", kind: "Namespace", name: "store-a" });
  expect(view.snapshot("store-a").namespace?.status).toEqual({ phase: "Terminating" });
  await expect(kube.apply(deployment, manager)).rejects.toMatchObject({ code: "forbidden" });
  cluster.releaseNamespace("store-a");
  expect(view.snapshot("store-a")).toEqual({ namespace: null, objects: [], warnings: [] });
});

test("with autoReady an applied workload is ready in the view after the apply returned", async () => {
  const { kube, view } = createFakeCluster({ autoReady: true });
  await kube.apply(namespace, manager);
  const { parts } = woocommerceProfile;
  const ready = new Promise<void>((resolve) => {
    view.onChange(
      () => observeWorkloads({ ...view.snapshot("store-a"), parts }).parts.shop === "ready" && resolve(),
    );
  });
  const stored = await kube.apply(deployment, manager);
  expect(stored.status).toBeUndefined();
  await ready;
});

test("a method that is set to fail throws until heal is called", async () => {
  const { kube, fail, heal } = createFakeCluster();
  fail("serverVersion");
  await expect(kube.serverVersion()).rejects.toMatchObject({ code: "unavailable" });
  heal();
  expect(await kube.serverVersion()).toBe("v1.37.2");
});
