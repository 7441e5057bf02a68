import { describe, expect, it } from "vitest";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { buildTimeline } from "@/lib/domain/timeline";
import { getEngine } from "@/lib/engines/get-engine";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/app-context";
import { changeStore } from "@/lib/services/stores/change-store";
import { createStore } from "@/lib/services/stores/create-store";
import { deleteStore } from "@/lib/services/stores/delete-store";
import { retryStore } from "@/lib/services/stores/retry-store";
import { dieAtCall, operationStates, runNext, storeRow } from "@/tests/support/run-next";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { verifyAgain } from "@/tests/support/verify-again";

function create(ctx: Ctx, name: string) {
  return createStore(ctx, createStoreInput.parse({ name, type: "woocommerce" }));
}

describe("a create", () => {
  it("ends with a ready store and reports each step", async () => {
    const platform = createTestPlatform();
    create(platform.as("ann@example.com"), "blue");
    await runNext(platform);
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: null });
    const [operation] = buildTimeline(platform.allEvents()).operations;
    expect(operation?.state).toBe("done");
    expect(operation?.steps.map(({ name, state }) => `${name} ${state}`)).toEqual([
      "namespace done",
      "chart done",
      "disk done",
      "database done",
      "shop done",
      "verify done",
    ]);
  });

  it("is not ready before a test order succeeds, although its pods are ready", async () => {
    let tries = 0;
    const phases: (string | undefined)[] = [];
    const platform = createTestPlatform({
      verify: async () => {
        phases.push(storeRow(platform, "blue")?.phase);
        if (++tries < 4) throw new AppError("unavailable", "Checking out failed: the shop answered 500.");
      },
    });
    create(platform.as("ann@example.com"), "blue");
    await runNext(platform);
    expect(phases).toEqual(["creating", "creating", "creating", "creating"]);
    expect(platform.allEvents().map(({ message }) => message)).toContain(
      "Checking out failed: the shop answered 500.",
    );
    expect(storeRow(platform, "blue")?.phase).toBe("ready");
  });

  it("stores the versions that the shop reports, with one event", async () => {
    const versions = [
      { name: "WooCommerce", version: "9.5.1" },
      { name: "WordPress", version: "6.8.3" },
    ];
    const answers = [versions, versions, []];
    const platform = createTestPlatform({ readVersions: async () => answers.shift() ?? [] });
    const ann = platform.as("ann@example.com");
    create(ann, "blue");
    await runNext(platform);
    for (const _again of [1, 2]) {
      verifyAgain(platform, "blue");
      await runNext(platform);
    }
    expect(answers).toEqual([]);
    expect(storeRow(platform, "blue")?.versions).toEqual(versions);
    const told = platform.allEvents().filter(({ detail }) => detail.kind === "store.versions");
    expect(told.map(({ message }) => message)).toEqual(["blue runs WooCommerce 9.5.1 on WordPress 6.8.3"]);
  });

  it("succeeds although the shop does not report its versions", async () => {
    const platform = createTestPlatform({
      readVersions: async () => {
        throw new AppError("unavailable", "Asking for the versions failed: the shop answered 404.");
      },
    });
    create(platform.as("ann@example.com"), "blue");
    await runNext(platform);
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: null, versions: [] });
  });

  it("whose image can't be pulled fails with the cause, is cleaned up and releases its name", async () => {
    const platform = createTestPlatform({ autoReady: false });
    const ann = platform.as("ann@example.com");
    create(ann, "blue");
    const run = runNext(platform);
    await untilThere(platform, {
      apiVersion: "apps/v1",
      kind: "Deployment",
      namespace: "store-blue",
      name: "blue-shop",
    });
    platform.cluster.put(podWithoutImage("store-blue"));
    await run;
    expect(storeRow(platform, "blue")).toMatchObject({
      phase: "failed",
      cause: { code: "image_unavailable" },
    });
    expect(platform.cluster.get({ apiVersion: "v1", kind: "Namespace", name: "store-blue" })).toBeNull();
    expect(create(ann, "blue").phase).toBe("queued");
  });

  it("fails if its namespace belongs to another owner, and does not change that namespace", async () => {
    const platform = createTestPlatform();
    const namespace = { apiVersion: "v1", kind: "Namespace", name: "store-blue" };
    platform.cluster.put({
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name: "store-blue", labels: { "storeyard.dev/store": "blue" } },
      status: { phase: "Active" },
    });
    create(platform.as("ann@example.com"), "blue");
    await runNext(platform);
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "failed", cause: { code: "namespace_taken" } });
    expect(platform.cluster.get(namespace)?.metadata.deletionTimestamp).toBeUndefined();
  });

  it("continues when the cluster answers again", async () => {
    const platform = createTestPlatform();
    create(platform.as("ann@example.com"), "blue");
    platform.cluster.fail("apply");
    const run = runNext(platform);
    await untilSaid(platform, "cluster_unreachable");
    platform.cluster.heal();
    await run;
    expect(storeRow(platform, "blue")?.phase).toBe("ready");
  });

  it("whose process is killed at any call is finished by the next process, with the same passwords", async () => {
    for (let call = 1; ; call += 1) {
      const platform = createTestPlatform();
      create(platform.as("ann@example.com"), "blue");
      const died = await dieAtCall(platform, call);
      if (!died) {
        expect(call).toBeGreaterThan(12);
        return;
      }
      const before = secretOf(platform);
      await runNext(platform);
      expect(storeRow(platform, "blue")?.phase, `killed at call ${call}`).toBe("ready");
      if (before) expect(secretOf(platform)).toEqual(before);
    }
  });
});

describe("a create that a crash interrupted", () => {
  it("ends the running steps with their total duration", async () => {
    const platform = createTestPlatform({ autoReady: false });
    create(platform.as("ann@example.com"), "blue");
    const crash = new AbortController();
    const run = runNext(platform, platform.deps.kube, crash.signal).catch(() => {});
    await untilSaid(platform, "starting");
    crash.abort(new Error("killed"));
    await run;
    platform.cluster.makeReady("store-blue");
    await runNext(platform);
    const [operation] = buildTimeline(platform.allEvents()).operations;
    expect(operation?.steps.map(({ name, state }) => `${name} ${state}`)).toEqual([
      "namespace done",
      "chart done",
      "disk done",
      "database done",
      "shop done",
      "verify done",
    ]);
    expect(operation?.steps.every(({ durationMs }) => durationMs !== null)).toBe(true);
  });
});

describe("a delete", () => {
  it("removes the store's row only after its namespace is gone", async () => {
    const platform = createTestPlatform();
    const ann = platform.as("ann@example.com");
    create(ann, "blue");
    await runNext(platform);
    platform.cluster.holdNamespaces = true;
    deleteStore(ann, "blue");
    const run = runNext(platform);
    await untilSaid(platform, "namespace_terminating");
    expect(storeRow(platform, "blue")?.phase).toBe("deleting");
    platform.cluster.releaseNamespace("store-blue");
    await run;
    expect(storeRow(platform, "blue")).toBeUndefined();
    expect(operationStates(platform)).toEqual([]);
  });

  it("of a create that has not started creates nothing", async () => {
    const platform = createTestPlatform();
    const ann = platform.as("ann@example.com");
    create(ann, "blue");
    deleteStore(ann, "blue");
    expect(operationStates(platform)).toEqual(["create cancelled", "delete queued"]);
    await runNext(platform);
    expect(platform.cluster.calls.filter((call) => call.startsWith("apply"))).toEqual([]);
    expect(storeRow(platform, "blue")).toBeUndefined();
  });

  it("whose process is killed at any call is finished by the next process", async () => {
    for (let call = 1; ; call += 1) {
      const platform = createTestPlatform();
      const ann = platform.as("ann@example.com");
      create(ann, "blue");
      await runNext(platform);
      deleteStore(ann, "blue");
      const died = await dieAtCall(platform, call);
      if (!died) {
        expect(call).toBeGreaterThan(2);
        return;
      }
      await runNext(platform);
      expect(storeRow(platform, "blue"), `killed at call ${call}`).toBeUndefined();
    }
  });
});

function secretOf(platform: TestPlatform) {
  return platform.cluster.get({
    apiVersion: "v1",
    kind: "Secret",
    namespace: "store-blue",
    name: "store-credentials",
  });
}

function untilThere(
  platform: TestPlatform,
  ref: Parameters<TestPlatform["cluster"]["get"]>[0],
): Promise<void> {
  return new Promise((resolve) => {
    const stop = platform.cluster.view.onChange(() => {
      if (!platform.cluster.get(ref)) return;
      stop();
      resolve();
    });
  });
}

async function untilSaid(platform: TestPlatform, code: string): Promise<void> {
  for await (const { detail } of platform.deps.events.follow({}, 0, AbortSignal.timeout(5_000))) {
    if (detail.kind === "step.waiting" && detail.cause.code === code) return;
  }
  throw new Error(`nobody said ${code}`);
}

function podWithoutImage(namespace: string) {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name: "blue-shop-1",
      namespace,
      labels: { "storeyard.dev/store": "blue", "app.kubernetes.io/component": "shop" },
    },
    spec: { containers: [{ name: "shop", image: "localhost/wordpress:test" }] },
    status: {
      phase: "Pending",
      containerStatuses: [
        {
          name: "shop",
          image: "localhost/wordpress:test",
          ready: false,
          restartCount: 0,
          state: {
            waiting: {
              reason: "ErrImagePull",
              message: 'failed to pull and unpack image "localhost/wordpress:test": not found',
            },
          },
        },
      ],
    },
  };
}

describe("a store of an installation with newer images", () => {
  const shop = { apiVersion: "apps/v1", kind: "Deployment", namespace: "store-blue", name: "blue-shop" };
  const newer = { wordpress: "localhost/wordpress:newer", mariadb: "localhost/mariadb:newer" };

  function imageOf({ cluster }: TestPlatform) {
    const spec = cluster.get(shop)?.spec as
      | { template: { spec: { containers: { image: string }[] } } }
      | undefined;
    return spec?.template.spec.containers[0]?.image;
  }

  it("keeps its images when its plan changes and when drift is reverted", async () => {
    const platform = createTestPlatform();
    const ann = platform.as("ann@example.com");
    create(ann, "blue");
    await runNext(platform);
    getEngine(platform.deps.engines, "woocommerce").images = newer;
    changeStore(ann, "blue", { plan: "large" });
    await runNext(platform);
    expect(imageOf(platform)).toBe("localhost/wordpress:test");
    platform.cluster.remove(shop);
    const row = storeRow(platform, "blue");
    if (row)
      platform.deps.operations.enqueue(platform.deps.db, row, { kind: "repair", requester: null, state: {} });
    await runNext(platform);
    expect(imageOf(platform)).toBe("localhost/wordpress:test");
  });

  it("gets the newer images when a failed create is retried", async () => {
    const refusals = [new AppError("forbidden", "a policy says no")];
    const platform = createTestPlatform({
      verify: async () => {
        const refusal = refusals.shift();
        if (refusal) throw refusal;
      },
    });
    const ann = platform.as("ann@example.com");
    create(ann, "blue");
    await runNext(platform);
    expect(storeRow(platform, "blue")?.phase).toBe("failed");
    getEngine(platform.deps.engines, "woocommerce").images = newer;
    retryStore(ann, "blue");
    await runNext(platform);
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", images: newer });
    expect(imageOf(platform)).toBe("localhost/wordpress:newer");
  });
});
