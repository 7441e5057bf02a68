import { describe, expect, it } from "vitest";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { buildTimeline } from "@/lib/domain/timeline";
import { AppError } from "@/lib/errors";
import { createStore } from "@/lib/services/stores/create-store";
import { getStore } from "@/lib/services/stores/get-store";
import { updateStore } from "@/lib/services/stores/update-store";
import { dieAtCall, operationStates, runNext, storeRow } from "@/tests/support/run-next";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";

const old = { wordpress: "localhost/wordpress:test", mariadb: "localhost/mariadb:test" };
const newer = { wordpress: "localhost/wordpress:newer", mariadb: "localhost/mariadb:test" };
const shop = { apiVersion: "apps/v1", kind: "Deployment", namespace: "store-blue", name: "blue-shop" };

const runsNewer = (platform: TestPlatform) =>
  JSON.stringify(platform.cluster.get(shop)?.spec).includes(newer.wordpress);

/** A store that is ready, in an installation that has newer images since; its shop says what its image holds. */
async function storeWithUpdate(verify: (platform: TestPlatform) => void = () => {}) {
  const platform: TestPlatform = createTestPlatform({
    verify: async () => verify(platform),
    readVersions: async () => [{ name: "WooCommerce", version: runsNewer(platform) ? "9.6" : "9.5.1" }],
  });
  const ann = platform.as("ann@example.com");
  createStore(ann, createStoreInput.parse({ name: "blue", type: "woocommerce" }));
  await runNext(platform);
  Object.assign(platform.deps.engines.woocommerce ?? {}, {
    images: newer,
    offers: [{ name: "WooCommerce", version: "9.6" }],
  });
  return { platform, ann };
}

const failing = (platform: TestPlatform) => {
  if (runsNewer(platform)) throw new AppError("forbidden", "Checking out failed: the shop answered 500.");
};

describe("an update", () => {
  it("applies the newer images, verifies the store and records the new versions", async () => {
    const verified: boolean[] = [];
    const { platform, ann } = await storeWithUpdate((platform) => void verified.push(runsNewer(platform)));
    expect(getStore(ann, "blue").update?.versions).toEqual([{ name: "WooCommerce", version: "9.6" }]);
    expect(updateStore(ann, "blue")).toMatchObject({ phase: "ready", update: null });
    await runNext(platform);
    expect(verified).toEqual([false, true]);
    expect(storeRow(platform, "blue")).toMatchObject({
      phase: "ready",
      images: newer,
      versions: [{ name: "WooCommerce", version: "9.6" }],
    });
    const operation = buildTimeline(platform.allEvents()).operations.at(-1);
    expect(operation).toMatchObject({ kind: "update-images", state: "done", target: "WooCommerce 9.6" });
    expect(operation?.steps.map(({ name }) => name)).toContain("verify");
    const phases = platform
      .allEvents()
      .flatMap(({ detail }) => (detail.kind === "store.phase" ? [detail.phase] : []));
    expect(phases).toEqual(["creating", "ready", "ready", "unready", "ready"]);
  });

  it("whose verification fails is rolled back, verified again, and offered again with the reason", async () => {
    const verified: boolean[] = [];
    const { platform, ann } = await storeWithUpdate((platform) => {
      verified.push(runsNewer(platform));
      failing(platform);
    });
    updateStore(ann, "blue");
    await runNext(platform);
    expect(verified).toEqual([false, true, false]);
    expect(runsNewer(platform)).toBe(false);
    expect(storeRow(platform, "blue")).toMatchObject({
      phase: "ready",
      cause: null,
      images: old,
      versions: [{ name: "WooCommerce", version: "9.5.1" }],
    });
    const { operations, notes } = buildTimeline(platform.allEvents());
    expect(operations.at(-1)).toMatchObject({ state: "failed", cause: { code: "admission_refused" } });
    expect(notes.map(({ message }) => message)).toEqual([
      "ann@example.com requested the update to WooCommerce 9.6",
      "blue goes back to WooCommerce 9.5.1",
    ]);
    expect(getStore(ann, "blue").update).not.toBeNull();
  });

  it("that can't be rolled back leaves the store unready with the newer images and the reason", async () => {
    const { platform, ann } = await storeWithUpdate(failing);
    Object.assign(platform.deps.engines.woocommerce ?? {}, { canGoBack: () => false });
    updateStore(ann, "blue");
    await runNext(platform);
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "unready", images: newer });
    expect(operationStates(platform)).toEqual(["create done", "update-images failed"]);
    const { notes } = buildTimeline(platform.allEvents());
    expect(notes.at(-1)?.message).toContain("can’t go back to WooCommerce 9.5.1");
  });

  it("is refused if somebody changed the release with Helm, and their change is kept", async () => {
    const { platform, ann } = await storeWithUpdate();
    const release = {
      apiVersion: "v1",
      kind: "Secret",
      namespace: "store-blue",
      name: "sh.helm.release.v1.blue.v1",
    };
    platform.cluster.edit(release, ({ metadata }) => {
      metadata.labels = { ...metadata.labels, "storeyard.dev/digest": "" };
    });
    updateStore(ann, "blue");
    await runNext(platform);
    expect(runsNewer(platform)).toBe(false);
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", images: old });
    expect(buildTimeline(platform.allEvents()).operations.at(-1)?.cause?.code).toBe("changed_by_hand");
  });

  it.each([
    ["succeeds", () => {}, newer],
    ["is rolled back", failing, old],
  ])(
    "that %s is finished by the next process after a kill at any call",
    async (_, verify, images) => {
      for (let call = 1; ; call += 1) {
        const { platform, ann } = await storeWithUpdate(verify);
        updateStore(ann, "blue");
        if (!(await dieAtCall(platform, call))) {
          expect(call).toBeGreaterThan(8);
          return;
        }
        await runNext(platform);
        expect(storeRow(platform, "blue"), `killed at call ${call}`).toMatchObject({
          phase: "ready",
          images,
        });
      }
    },
    240_000,
  );
});
