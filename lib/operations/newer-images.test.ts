import { describe, expect, it } from "vitest";
import { getEngine } from "@/lib/engines/get-engine";
import { AppError } from "@/lib/errors";
import { changeStore } from "@/lib/services/stores/change-store";
import { retryStore } from "@/lib/services/stores/retry-store";
import { createShop } from "@/tests/support/create-shop";
import { runNext, storeRow } from "@/tests/support/run-next";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";

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
    createShop(ann, "blue");
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
    createShop(ann, "blue");
    await runNext(platform);
    expect(storeRow(platform, "blue")?.phase).toBe("failed");
    getEngine(platform.deps.engines, "woocommerce").images = newer;
    retryStore(ann, "blue");
    await runNext(platform);
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", images: newer });
    expect(imageOf(platform)).toBe("localhost/wordpress:newer");
  });
});
