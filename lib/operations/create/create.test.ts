import { describe, expect, it } from "vitest";
import { buildTimeline } from "@/lib/domain/timeline";
import { AppError } from "@/lib/errors";
import { createShop } from "@/tests/support/create-shop";
import { runNext, storeRow } from "@/tests/support/run-next";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { verifyAgain } from "@/tests/support/verify-again";

describe("a create", () => {
  it("ends with a ready store and reports each step", async () => {
    const platform = createTestPlatform();
    createShop(platform.as("ann@example.com"), "blue");
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
    createShop(platform.as("ann@example.com"), "blue");
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
    createShop(ann, "blue");
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
    createShop(platform.as("ann@example.com"), "blue");
    await runNext(platform);
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: null, versions: [] });
  });

  it("whose image can't be pulled fails with the cause, is cleaned up and releases its name", async () => {
    const platform = createTestPlatform({ autoReady: false });
    const ann = platform.as("ann@example.com");
    createShop(ann, "blue");
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
    expect(createShop(ann, "blue").phase).toBe("queued");
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
    createShop(platform.as("ann@example.com"), "blue");
    await runNext(platform);
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "failed", cause: { code: "namespace_taken" } });
    expect(platform.cluster.get(namespace)?.metadata.deletionTimestamp).toBeUndefined();
  });
});

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
