import { describe, expect, it } from "vitest";
import { plans } from "@/lib/db/schema";
import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { firstPlans, type Plan } from "@/lib/domain/plan";
import { buildTimeline } from "@/lib/domain/timeline";
import { woocommerceProfile } from "@/lib/engines/woocommerce/woocommerce-profile";
import { AppError } from "@/lib/errors";
import type { KubeObject } from "@/lib/kube/kube-object";
import { findDrift } from "@/lib/reconcile/drift";
import type { Ctx } from "@/lib/services/app-context";
import { changePlan as changeEdited } from "@/lib/services/plans/change-plan";
import { changeStore } from "@/lib/services/stores/change-store";
import { createStore } from "@/lib/services/stores/create-store";
import { operationStates, runNext, storeRow } from "@/tests/support/run-next";
import { createTestPlatform } from "@/tests/support/test-platform";

function create(ctx: Ctx, name: string) {
  return createStore(ctx, createStoreInput.parse({ name, type: "woocommerce" }));
}

const planOf = (id: string) => firstPlans.find((plan) => plan.id === id) as Plan;

/** A quota's limit of memory, in MiB. */
function memoryOf({ spec }: KubeObject): number {
  const { hard } = spec as { hard: Record<string, string> };
  return parseQuantity(hard["limits.memory"] ?? 0) / 2 ** 20;
}

describe("a plan change", () => {
  async function readyStore() {
    const platform = createTestPlatform();
    const ann = platform.as("ann@example.com");
    create(ann, "blue");
    await runNext(platform);
    return { platform, ann };
  }

  const deployment = { apiVersion: "apps/v1", kind: "Deployment", namespace: "store-blue" };
  const quota = { apiVersion: "v1", kind: "ResourceQuota", namespace: "store-blue", name: "blue-quota" };

  it("is verified if containers change, and not if only the quota changes", async () => {
    let verified = 0;
    const platform = createTestPlatform({ verify: async () => void verified++ });
    create(platform.as("ann@example.com"), "blue");
    await runNext(platform);
    const root = platform.as("root@example.com", "admin");
    changeEdited(root, "standard", { pods: 17 });
    await runNext(platform);
    expect(verified).toBe(1);
    changeEdited(root, "standard", { memoryMib: 8_192 });
    await runNext(platform);
    expect(operationStates(platform)).toEqual(["create done", "change-plan done", "change-plan done"]);
    expect(verified).toBe(2);
  });

  it.each(["large", "small"])(
    "to %s changes the containers while the quota fits old and new pods",
    async (plan) => {
      const { platform, ann } = await readyStore();
      const { cluster } = platform;
      const applied: [string, number][] = [];
      cluster.view.onChange(({ object }) => {
        if (object.kind === "ResourceQuota") applied.push(["quota", memoryOf(object)]);
        if (object.kind === "Deployment" || object.kind === "StatefulSet") {
          applied.push([object.metadata.name, memoryOf(cluster.get(quota) as KubeObject)]);
        }
      });
      changeStore(ann, "blue", { plan });
      await runNext(platform);
      const standard = planOf("standard").memoryMib;
      const wanted = planOf(plan).memoryMib;
      const during = applied.filter(([name]) => name !== "quota").map(([, memory]) => memory);
      expect(new Set(during)).toEqual(new Set([Math.max(standard, wanted)]));
      expect(memoryOf(cluster.get(quota) as KubeObject)).toBe(wanted);
      const shop = cluster.get({ ...deployment, name: "blue-shop" }) as KubeObject;
      const [, database] = woocommerceProfile.sizeStore(planOf(plan)).containers;
      expect(
        JSON.stringify(cluster.get({ ...deployment, kind: "StatefulSet", name: "blue-database" })),
      ).toContain(`"memory":"${database?.memoryMib}Mi"`);
      expect(JSON.stringify(shop)).not.toContain("1440Mi");
      expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: null });
      expect(
        findDrift(storeRow(platform, "blue")?.applied ?? {}, cluster.view.snapshot("store-blue").objects),
      ).toEqual([]);
    },
  );

  it("to a smaller plan keeps the larger quota until the new pods run", async () => {
    const { platform, ann } = await readyStore();
    const { cluster } = platform;
    let held = true;
    cluster.view.onChange(({ object }) => {
      if (object.kind !== "Deployment" || !held) return;
      held = false;
      queueMicrotask(() =>
        queueMicrotask(() => {
          cluster.edit({ ...deployment, name: "blue-shop" }, (shop) => {
            Object.assign(shop.status as object, { updatedReplicas: 0, availableReplicas: 0 });
          });
          setImmediate(() => {
            widthWhileDown = memoryOf(cluster.get(quota) as KubeObject);
            cluster.makeReady("store-blue");
          });
        }),
      );
    });
    let widthWhileDown = 0;
    changeStore(ann, "blue", { plan: "small" });
    await runNext(platform);
    expect(widthWhileDown).toBe(planOf("standard").memoryMib);
    expect(memoryOf(cluster.get(quota) as KubeObject)).toBe(planOf("small").memoryMib);
  });

  it("changes quota and containers while the shop stays ready", async () => {
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

  it("that the cluster refuses leaves the store ready, with the reason in its timeline and as a warning", async () => {
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

  it("that fails while the shop is down leaves the store unready, with the cause", async () => {
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

  it("that is requested during a create is applied by that create", async () => {
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
