import { describe, expect, it } from "vitest";
import { audit, plans, stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { RuntimeSettingsChange } from "@/lib/domain/runtime-settings/runtime-settings";
import { AppError } from "@/lib/errors";
import type { KubeObject } from "@/lib/kube/kube-object";
import { changeRuntimeSettings } from "@/lib/services/stores/change-runtime-settings";
import { changeStore } from "@/lib/services/stores/change-store";
import { createStore } from "@/lib/services/stores/create-store";
import { getRuntimeSettings } from "@/lib/services/stores/get-runtime-settings";
import { operationStates, runNext, storeRow } from "@/tests/support/run-next";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";

const shop = { apiVersion: "apps/v1", kind: "Deployment", namespace: "store-blue", name: "blue-shop" };

interface Pods {
  template: { spec: { containers: { env: { name: string; value: string }[] }[] } };
}

/** The settings that the shop's pods have; null if they have none. */
function runningSettings({ cluster }: TestPlatform): unknown {
  const { template } = (cluster.get(shop) as KubeObject).spec as unknown as Pods;
  const found = template.spec.containers[0]?.env.find(({ name }) => name === "RUNTIME");
  return found ? JSON.parse(found.value) : null;
}

async function readyStore(options: Parameters<typeof createTestPlatform>[0] = {}, type = "woocommerce") {
  const platform = createTestPlatform(options);
  const ann = platform.as("ann@example.com");
  createStore(ann, createStoreInput.parse({ name: "blue", type }));
  await runNext(platform);
  return {
    platform,
    ann,
    set: (change: RuntimeSettingsChange) => changeRuntimeSettings(ann, "blue", change),
  };
}

describe("new runtime settings", () => {
  it("reach the shop's pods, and a reset removes them", async () => {
    const { platform, set } = await readyStore();
    expect(runningSettings(platform)).toBeNull();
    const before = platform.cluster.get(shop);
    const accepted = await set({ php: { uploadMib: 100 }, allowedOrigins: ["https://a.example.com"] });
    expect(accepted.operationId).not.toBeNull();
    await runNext(platform);
    expect(runningSettings(platform)).toEqual({
      php: { uploadMib: 100 },
      allowedOrigins: ["https://a.example.com"],
    });
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: null });
    await set({ php: {}, allowedOrigins: [] });
    await runNext(platform);
    expect(runningSettings(platform)).toBeNull();
    expect(platform.cluster.get(shop)?.spec).toEqual(before?.spec);
    expect(operationStates(platform)).toEqual([
      "create done",
      "change-runtime-settings done",
      "change-runtime-settings done",
    ]);
  });

  it("that equal the present ones start no operation", async () => {
    const { platform, set } = await readyStore();
    expect((await set({ php: {} })).operationId).toBeNull();
    expect(operationStates(platform)).toEqual(["create done"]);
  });

  it("are in the audit log with the former ones", async () => {
    const { platform, set } = await readyStore();
    await set({ constants: { WP_POST_REVISIONS: 5 } });
    expect(platform.deps.db.select().from(audit).all().at(-1)).toMatchObject({
      action: "changeRuntimeSettings",
      detail: { from: "{}", to: '{"constants":{"WP_POST_REVISIONS":5}}' },
    });
  });

  it("that the cluster refuses are undone, with a warning on the store's page", async () => {
    const { platform, set } = await readyStore();
    await set({ php: { uploadMib: 100 } });
    await runNext(platform);
    await set({ php: { uploadMib: 200 } });
    platform.cluster.fail("apply", new AppError("forbidden", "a policy says no"));
    await runNext(platform);
    expect(storeRow(platform, "blue")).toMatchObject({
      phase: "ready",
      cause: { code: "change_refused" },
      runtimeSettings: { php: { uploadMib: 100 } },
    });
    expect(runningSettings(platform)).toEqual({ php: { uploadMib: 100 } });
    expect(operationStates(platform).at(-1)).toBe("change-runtime-settings failed");
  });

  it("are refused for a release that somebody changed with Helm", async () => {
    const { platform, set } = await readyStore();
    const release = { apiVersion: "v1", kind: "Secret", namespace: "store-blue" };
    platform.cluster.edit({ ...release, name: "sh.helm.release.v1.blue.v1" }, ({ metadata }) => {
      metadata.labels = { ...metadata.labels, "storeyard.dev/digest": "" };
    });
    await set({ php: { uploadMib: 100 } });
    await runNext(platform);
    expect(storeRow(platform, "blue")?.phase).toBe("ready");
    expect(storeRow(platform, "blue")?.runtimeSettings).toEqual({});
    expect(operationStates(platform).at(-1)).toBe("change-runtime-settings failed");
  });

  it("need a store that runs, no other open operation, and an image that knows them", async () => {
    const { platform, set } = await readyStore();
    await set({ php: { uploadMib: 100 } });
    await expect(set({ php: { uploadMib: 200 } })).rejects.toThrow("Another operation of “blue” is open.");
    platform.deps.db.update(stores).set({ phase: "failed" }).run();
    await expect(set({ php: { uploadMib: 200 } })).rejects.toThrow("“blue” does not run.");
    const old = await readyStore({ features: ["safe_mode"] });
    await expect(old.set({ php: { uploadMib: 100 } })).rejects.toThrow("is too old for runtime settings");
    // The change may be what it needs in order to answer again.
    const silent = await readyStore({ features: null });
    expect((await silent.set({ php: { memoryMib: 400 } })).operationId).not.toBeNull();
  });

  it("of another type are refused at their group", async () => {
    const { platform, ann, set } = await readyStore();
    platform.deps.db.update(stores).set({ type: "medusa" }).run();
    await expect(set({ php: { uploadMib: 100 } })).rejects.toMatchObject({ code: "invalid", field: "php" });
    expect(getRuntimeSettings(ann, "blue")).toMatchObject({ mostMemoryMib: null });
    expect((await set({ allowedOrigins: ["https://a.example.com"] })).operationId).not.toBeNull();
  });
});

describe("the memory of a request", () => {
  it("is bounded by the plan, with the possible number", async () => {
    const { ann, set } = await readyStore();
    const { mostMemoryMib } = getRuntimeSettings(ann, "blue");
    await expect(set({ php: { memoryMib: (mostMemoryMib ?? 0) + 1 } })).rejects.toMatchObject({
      code: "invalid",
      field: "php.memoryMib",
      message: expect.stringContaining(
        `at most ${mostMemoryMib?.toLocaleString("en-US")} MiB on the plan Standard`,
      ),
    });
  });

  it("prevents the move to a plan that can't hold it", async () => {
    const { platform, ann, set } = await readyStore();
    await set({ php: { memoryMib: 900 } });
    await runNext(platform);
    expect(() => changeStore(ann, "blue", { plan: "small" })).toThrow(
      "Lower it in the store's runtime settings first.",
    );
    changeStore(ann, "blue", { plan: "large" });
  });

  it("is less while an admin's smaller plan does not hold it", async () => {
    const { platform, ann, set } = await readyStore();
    await set({ php: { memoryMib: 900 } });
    await runNext(platform);
    platform.deps.db.update(plans).set({ memoryMib: 3_072 }).run();
    const { settings, running, mostMemoryMib } = getRuntimeSettings(ann, "blue");
    expect([settings.php?.memoryMib, running.php?.memoryMib]).toEqual([900, mostMemoryMib]);
    const row = storeRow(platform, "blue");
    if (row) {
      platform.deps.operations.enqueue(platform.deps.db, row, {
        kind: "change-plan",
        requester: null,
        state: {},
      });
    }
    await runNext(platform);
    expect(runningSettings(platform)).toEqual({ php: { memoryMib: mostMemoryMib } });
  });
});
