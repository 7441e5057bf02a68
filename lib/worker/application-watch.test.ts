import { describe, expect, it } from "vitest";
import { stores } from "@/lib/db/schema";
import type { StoreRow } from "@/lib/db/store-row";
import { toStoreSnapshot } from "@/lib/diagnosis/store-snapshot";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { getEngine } from "@/lib/engines/get-engine";
import { judgeHealth } from "@/lib/reconcile/judge-health";
import { createStore } from "@/lib/services/stores/create-store";
import { getStore } from "@/lib/services/stores/get-store";
import { runNext, storeRow } from "@/tests/support/run-next";
import { startFailingShop } from "@/tests/support/start-failing-shop";
import { createTestPlatform } from "@/tests/support/test-platform";
import { ApplicationWatch } from "./application-watch";

const checkedPages = ["/", "/wp-json/"];
const signal = new AbortController().signal;

/** A store that is ready, with a shop whose pages can fail. */
async function readyStore() {
  const shop = await startFailingShop();
  const platform = createTestPlatform({ env: { INGRESS_ORIGIN: shop.origin }, checkedPages });
  const ann = platform.as("ann@example.com");
  createStore(ann, createStoreInput.parse({ name: "blue", type: "woocommerce" }));
  await runNext(platform);
  const watch = new ApplicationWatch(platform.deps, { roundMs: 1, confirmAfterMs: 1 });
  return { shop, platform, watch, store: () => getStore(ann, "blue") };
}

describe("a shop whose pods are ready", () => {
  it("is unready while its pages answer 500, with the file and line from its log", async () => {
    const { shop, platform, watch, store } = await readyStore();
    const pod = platform.cluster.view
      .snapshot("store-blue")
      .objects.find(({ kind, metadata }) => kind === "Pod" && metadata.name.includes("shop"));
    platform.cluster.logs.set(
      `${pod?.metadata.name}/shop`,
      "PHP Fatal error:  Uncaught Error: boom in /var/lib/shop/wp-content/plugins/extra/extra.php:12",
    );
    shop.answers.push(500, 500);
    await watch.checkAll(0, signal);
    expect(store()).toMatchObject({
      phase: "unready",
      cause: {
        code: "application_error",
        component: "shop",
        message:
          "The shop runs, but its page / fails with status 500. The error is in wp-content/plugins/extra/extra.php:12.",
        detail: expect.stringContaining("boom"),
      },
    });
  });

  it("is ready again when all its pages work, and not because a pod changed", async () => {
    const { shop, platform, watch, store } = await readyStore();
    shop.answers.push(500, 500);
    await watch.checkAll(0, signal);
    const { parts } = getEngine(platform.deps.engines, "woocommerce");
    const snapshot = toStoreSnapshot(platform.cluster.view.snapshot("store-blue"), parts);
    const row = storeRow(platform, "blue") as StoreRow;
    expect(judgeHealth(snapshot, row)).toMatchObject({
      phase: "unready",
      cause: { code: "application_error" },
    });
    // The front page works, the REST root does not.
    shop.answers.push(200, 500);
    await watch.checkAll(1, signal);
    expect(store().phase).toBe("unready");
    await watch.checkAll(2, signal);
    expect(store()).toMatchObject({ phase: "ready", cause: null });
  });

  it("stays ready after a single failure", async () => {
    const { shop, watch, store } = await readyStore();
    shop.answers.push(500);
    await watch.checkAll(0, signal);
    expect(shop.answers).toEqual([]);
    expect(store().phase).toBe("ready");
  });

  it("stays ready while it is in maintenance, protected by a password, or lacks one of the pages", async () => {
    const { shop, watch, store } = await readyStore();
    shop.answers.push(503, 401, 404, 302);
    for (const round of [0, 1, 2, 3]) await watch.checkAll(round, signal);
    expect(store().phase).toBe("ready");
  });

  it("is unready when the ingress does not route its host", async () => {
    const { shop, watch, store } = await readyStore();
    shop.answers.push("drop", "drop");
    await watch.checkAll(0, signal);
    expect(store()).toMatchObject({ phase: "unready", cause: { code: "ingress_unreachable" } });
    await watch.checkAll(1, signal);
    expect(store().phase).toBe("ready");
  });

  it("keeps the warning of a failed verification while its pages work", async () => {
    const { platform, watch, store } = await readyStore();
    const finding = {
      code: "order_failed",
      component: "shop",
      message: "No.",
      waitingMayCure: true,
    } as const;
    platform.deps.db.update(stores).set({ finding, cause: finding }).run();
    await watch.checkAll(0, signal);
    expect(store()).toMatchObject({ phase: "ready", cause: { code: "order_failed" } });
  });
});

it("each round opens one page of a shop that works", async () => {
  const { shop, watch } = await readyStore();
  for (const round of [0, 1, 2]) await watch.checkAll(round, signal);
  expect(shop.requested).toEqual(["/", "/wp-json/", "/"]);
});

it("nothing is checked while an operation runs or the pods do not serve", async () => {
  const { shop, platform, watch } = await readyStore();
  platform.cluster.edit(
    { apiVersion: "apps/v1", kind: "Deployment", namespace: "store-blue", name: "blue-shop" },
    (object) => Object.assign(object.status as object, { readyReplicas: 0, availableReplicas: 0 }),
  );
  await watch.checkAll(0, signal);
  expect(shop.requested).toEqual([]);
});
