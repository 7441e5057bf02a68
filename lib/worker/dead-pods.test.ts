import { afterEach, describe, expect, it } from "vitest";
import type { StoreRow } from "@/lib/db/store-row";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { StoreEvent } from "@/lib/domain/store-event";
import { buildTimeline } from "@/lib/domain/timeline";
import { AppError } from "@/lib/errors";
import type { KubeObject } from "@/lib/kube/kube-object";
import { createStore } from "@/lib/services/stores/create-store";
import { runNext, storeRow } from "@/tests/support/run-next";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { HealthWatch } from "./health-watch";

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

const sentence =
  "The site's pod was evicted: its temporary volume tmp exceeded the limit of 1 GB. Find the plugin, theme or import that writes so much there. The files were deleted with the pod.";

/** A ready store, watched. */
async function watchedStore() {
  const platform = createTestPlatform();
  createStore(platform.as("ann@example.com"), createStoreInput.parse({ name: "blue", type: "wordpress" }));
  await runNext(platform);
  watch(platform);
  return platform;
}

function watch(platform: TestPlatform): void {
  const health = new HealthWatch(platform.deps);
  health.start();
  cleanUps.push(() => health.stop());
}

/** A pod of the shop beside its running one, evicted. */
function evict(
  platform: TestPlatform,
  name: string,
  { owner = "ReplicaSet", phase = "Failed" }: { owner?: string; phase?: string } = {},
): KubeObject {
  return platform.cluster.put({
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name,
      namespace: "store-blue",
      labels: { "storeyard.dev/store": "blue", "app.kubernetes.io/component": "shop" },
      ownerReferences: [
        { apiVersion: "apps/v1", kind: owner, name: "blue-shop-1", uid: "set", controller: true },
      ],
    },
    spec: { nodeName: "node-1", containers: [{ name: "shop" }] },
    status: {
      phase,
      reason: "Evicted",
      message: 'Usage of EmptyDir volume "tmp" exceeds the limit "1Gi". ',
    },
  });
}

const podsOf = ({ cluster }: TestPlatform) =>
  cluster.view
    .snapshot("store-blue")
    .objects.filter(({ kind }) => kind === "Pod")
    .map(({ metadata }) => metadata.name)
    .sort();
const warnings = (platform: TestPlatform) =>
  platform.allEvents().filter(({ detail }) => detail.kind === "store.warning");
const running = ["blue-database-0", "blue-shop-0"];

async function until({ deps }: TestPlatform, wanted: (event: StoreEvent) => boolean): Promise<StoreEvent> {
  for await (const event of deps.events.follow({}, 0, AbortSignal.timeout(8_000))) {
    if (wanted(event)) return event;
  }
  throw new Error("it never happened");
}

describe("an evicted pod", () => {
  it("is reported in the timeline while the store stays ready, and is removed", async () => {
    const platform = await watchedStore();
    evict(platform, "blue-shop-evicted");
    await expect.poll(() => podsOf(platform)).toEqual(running);
    expect(buildTimeline(platform.allEvents()).notes.map(({ message }) => message)).toEqual([sentence]);
    expect(warnings(platform)[0]?.detail).toMatchObject({ cause: { code: "evicted", component: "shop" } });
    expect(storeRow(platform, "blue")).toMatchObject({
      phase: "ready",
      cause: null,
    } satisfies Partial<StoreRow>);
  });

  it("from before the start is reported and removed too", async () => {
    const platform = createTestPlatform();
    createStore(platform.as("ann@example.com"), createStoreInput.parse({ name: "blue", type: "wordpress" }));
    await runNext(platform);
    evict(platform, "blue-shop-evicted");
    watch(platform);
    await until(platform, ({ detail }) => detail.kind === "store.warning");
    await expect.poll(() => podsOf(platform)).toEqual(running);
  });

  it("is reported if its controller removes it first", async () => {
    const platform = await watchedStore();
    const { metadata } = evict(platform, "blue-shop-evicted", { owner: "StatefulSet" });
    platform.cluster.remove({ apiVersion: "v1", kind: "Pod", namespace: "store-blue", name: metadata.name });
    expect(warnings(platform)).toHaveLength(1);
  });

  it("is reported once if its node evicts its replacements too", async () => {
    const platform = await watchedStore();
    for (const name of ["one", "two", "three"]) evict(platform, `blue-shop-${name}`);
    await expect.poll(() => podsOf(platform)).toEqual(running);
    expect(warnings(platform)).toHaveLength(1);
  });

  it("stays while the cluster refuses its removal, and is not reported again", async () => {
    const platform = await watchedStore();
    platform.cluster.fail("delete", new AppError("forbidden", "pods is forbidden"));
    evict(platform, "blue-shop-evicted");
    await expect.poll(() => platform.cluster.calls).toContain("delete Pod store-blue/blue-shop-evicted");
    platform.cluster.heal();
    watch(platform);
    await expect.poll(() => podsOf(platform)).toEqual(running);
  });
});

describe("never removed", () => {
  it.each([
    ["a pod that runs", { phase: "Running" }],
    ["a pod that was created and does not run yet", { phase: "Pending" }],
    ["a pod of a Job", { owner: "Job" }],
  ])("is %s", async (_, more) => {
    const platform = await watchedStore();
    evict(platform, "blue-shop-other", more);
    evict(platform, "blue-shop-evicted");
    await expect.poll(() => podsOf(platform)).toEqual([...running, "blue-shop-other"]);
    expect(warnings(platform)).toHaveLength(1);
  });

  it("is a pod that took the name of a dead one", async () => {
    const platform = await watchedStore();
    const { kube } = platform.cluster;
    const ref = { apiVersion: "v1", kind: "Pod", namespace: "store-blue", name: "blue-shop-0" };
    await expect(kube.delete(ref, { uid: "dead" })).rejects.toMatchObject({ code: "conflict" });
    expect(podsOf(platform)).toEqual(running);
  });
});

it("a pod that a drain evicts is not reported as deleted by somebody", async () => {
  const platform = await watchedStore();
  const ref = { apiVersion: "v1", kind: "Pod", namespace: "store-blue", name: "blue-shop-0" };
  platform.cluster.edit(ref, ({ status }) => {
    const { conditions } = status as { conditions: object[] };
    conditions.push({ type: "DisruptionTarget", status: "True", reason: "EvictionByEvictionAPI" });
  });
  platform.cluster.remove(ref);
  const note = await until(platform, ({ detail }) => detail.kind === "store.drift");
  expect(note.message).toBe(
    "The site's pod blue-shop-0 was evicted: its node is being drained; Kubernetes starts another one",
  );
});
