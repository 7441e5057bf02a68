import { describe, expect, it } from "vitest";
import { plans } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { buildTimeline } from "@/lib/domain/timeline";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/app-context";
import { changeStore } from "@/lib/services/stores/change-store";
import { createStore } from "@/lib/services/stores/create-store";
import { operationStates, runNext, storeRow } from "@/tests/support/run-next";
import { createTestPlatform } from "@/tests/support/test-platform";

function create(ctx: Ctx, name: string) {
  return createStore(ctx, createStoreInput.parse({ name, type: "woocommerce" }));
}

describe("an update to another plan", () => {
  async function readyStore() {
    const platform = createTestPlatform();
    const ann = platform.as("ann@example.com");
    create(ann, "blue");
    await runNext(platform);
    return { platform, ann };
  }

  const quota = { apiVersion: "v1", kind: "ResourceQuota", namespace: "store-blue", name: "blue-quota" };

  it("needs no new verification, because no pod changes", async () => {
    let verified = 0;
    const platform = createTestPlatform({ verify: async () => void verified++ });
    const ann = platform.as("ann@example.com");
    create(ann, "blue");
    await runNext(platform);
    changeStore(ann, "blue", { plan: "large" });
    await runNext(platform);
    expect(operationStates(platform)).toEqual(["create done", "change-plan done"]);
    expect(verified).toBe(1);
  });

  it("changes the bounds and nothing else while the shop stays ready", async () => {
    const { platform, ann } = await readyStore();
    const before = platform.allEvents().at(-1)?.seq ?? 0;
    changeStore(ann, "blue", { plan: "large" });
    await runNext(platform);
    expect(platform.cluster.get(quota)).toMatchObject({ spec: { hard: { pods: "20" } } });
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: null, plan: "large" });
    const events = platform.deps.events.list({}, before);
    expect(events.map(({ detail }) => detail.kind)).toContain("operation.finished");
    const phases = events.flatMap(({ detail }) => (detail.kind === "store.phase" ? [detail.phase] : []));
    expect(new Set(phases)).toEqual(new Set(["ready"]));
    expect(buildTimeline(events).operations).toMatchObject([{ kind: "change-plan", state: "done" }]);
  });

  it("that the cluster refuses leaves the store as it was: ready, with the reason in its story and as a warning", async () => {
    const { platform, ann } = await readyStore();
    changeStore(ann, "blue", { plan: "large" });
    platform.cluster.fail("apply", new AppError("forbidden", "a policy says no"));
    await runNext(platform);
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: { code: "change_refused" } });
    expect(operationStates(platform)).toEqual(["create done", "change-plan failed"]);
    expect(buildTimeline(platform.allEvents()).operations.at(-1)?.cause?.message).toContain(
      "a policy says no",
    );
  });

  it("that fails while the shop is down leaves it unready, with the cause", async () => {
    const { platform, ann } = await readyStore();
    changeStore(ann, "blue", { plan: "large" });
    const shop = { apiVersion: "apps/v1", kind: "Deployment", namespace: "store-blue", name: "blue-shop" };
    platform.cluster.edit(shop, (object) => {
      Object.assign(object.status as object, { readyReplicas: 0, availableReplicas: 0 });
    });
    platform.cluster.fail("apply", new AppError("forbidden", "a policy says no"));
    await runNext(platform);
    expect(storeRow(platform, "blue")).toMatchObject({
      phase: "unready",
      cause: { code: "admission_refused" },
    });
  });

  it("that comes while a create runs is in what that create makes", async () => {
    const platform = createTestPlatform({
      verify: async () => {
        platform.deps.db.update(plans).set({ pods: 17 }).run();
      },
    });
    create(platform.as("ann@example.com"), "blue");
    await runNext(platform);
    expect(platform.cluster.get(quota)).toMatchObject({ spec: { hard: { pods: "17" } } });
    expect(storeRow(platform, "blue")?.phase).toBe("ready");
  });
});
