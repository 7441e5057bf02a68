import { describe, expect, it } from "vitest";
import { buildTimeline } from "@/lib/domain/timeline";
import { deleteStore } from "@/lib/services/stores/delete-store";
import { createShop } from "@/tests/support/create-shop";
import { dieAtCall, runNext, storeRow } from "@/tests/support/run-next";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { untilCause } from "@/tests/support/until-cause";

describe("a create", () => {
  it("whose process is killed at any call is finished by the next process, with the same passwords", async () => {
    for (let call = 1; ; call += 1) {
      const platform = createTestPlatform();
      createShop(platform.as("ann@example.com"), "blue");
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

  it("that a crash interrupted ends its running steps with their total duration", async () => {
    const platform = createTestPlatform({ autoReady: false });
    createShop(platform.as("ann@example.com"), "blue");
    const crash = new AbortController();
    const run = runNext(platform, platform.deps.kube, crash.signal).catch(() => {});
    await untilCause(platform, "starting");
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

  it("continues when the cluster answers again", async () => {
    const platform = createTestPlatform();
    createShop(platform.as("ann@example.com"), "blue");
    platform.cluster.fail("apply");
    const run = runNext(platform);
    await untilCause(platform, "cluster_unreachable");
    platform.cluster.heal();
    await run;
    expect(storeRow(platform, "blue")?.phase).toBe("ready");
  });
});

it("a delete whose process is killed at any call is finished by the next process", async () => {
  for (let call = 1; ; call += 1) {
    const platform = createTestPlatform();
    const ann = platform.as("ann@example.com");
    createShop(ann, "blue");
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

function secretOf(platform: TestPlatform) {
  return platform.cluster.get({
    apiVersion: "v1",
    kind: "Secret",
    namespace: "store-blue",
    name: "store-credentials",
  });
}
