import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { stores } from "@/lib/db/schema";
import type { Cause } from "@/lib/domain/cause";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { AppError } from "@/lib/errors";
import { getOperation } from "@/lib/services/operations/get-operation";
import { startOperation } from "@/lib/services/operations/start-operation";
import { createStore } from "@/lib/services/stores/create-store";
import { runNext, storeRow } from "@/tests/support/run-next";
import { startFailingShop } from "@/tests/support/start-failing-shop";
import { createTestPlatform } from "@/tests/support/test-platform";

const warning: Cause = {
  code: "order_failed",
  component: "shop",
  message: "Checking out failed: the shop answered 400.",
  waitingMayCure: true,
};

/** A ready store with this finding. Its pages answer as pushed to `shop`, its test order as pushed to `refusals`. */
async function readyStore(finding: Cause | null) {
  const shop = await startFailingShop();
  const refusals: AppError[] = [];
  const platform = createTestPlatform({
    env: { INGRESS_ORIGIN: shop.origin },
    checkedPages: ["/"],
    verify: async () => {
      const refusal = refusals.shift();
      if (refusal) throw refusal;
    },
  });
  const ann = platform.as("ann@example.com");
  createStore(ann, createStoreInput.parse({ name: "blue", type: "woocommerce" }));
  await runNext(platform);
  platform.deps.db.update(stores).set({ finding, cause: finding }).where(eq(stores.name, "blue")).run();
  const { id } = startOperation(ann, "blue", "verify");
  return {
    shop,
    refusals,
    platform,
    operation: () => getOperation(ann, id),
    row: () => storeRow(platform, "blue"),
    // Its deadline has passed: the first failure ends it.
    run: () => runNext(platform, undefined, undefined, new Date(0)),
  };
}

describe("a verification on request", () => {
  it("clears the finding of an earlier verification", async () => {
    const { run, operation, row } = await readyStore(warning);
    await run();
    expect(operation()).toMatchObject({ state: "done", title: "Verified" });
    expect(row()).toMatchObject({ phase: "ready", cause: null, finding: null });
  });

  it("leaves a store whose test order fails ready, with a warning", async () => {
    const { run, refusals, operation, row } = await readyStore(null);
    refusals.push(new AppError("unavailable", warning.message));
    await run();
    expect(operation()).toMatchObject({ state: "failed", cause: { code: "order_failed" } });
    expect(row()).toMatchObject({ phase: "ready", cause: warning, finding: warning });
  });

  it("makes a store whose page fails unready, and places no order", async () => {
    const { run, shop, refusals, operation, row } = await readyStore(null);
    shop.answers.push(500);
    refusals.push(new AppError("unavailable", "not reached"));
    await run();
    expect(operation()).toMatchObject({ state: "failed", cause: { code: "application_error" } });
    expect(row()).toMatchObject({ phase: "unready", cause: { code: "application_error" } });
    expect(refusals).toHaveLength(1);
  });

  it("keeps a cause that it does not check", async () => {
    const busy: Cause = { ...warning, code: "out_of_memory" };
    const { run, row } = await readyStore(busy);
    await run();
    expect(row()?.finding).toEqual(busy);
  });
});
