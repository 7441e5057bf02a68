import { describe, expect, it } from "vitest";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/app-context";
import { createStore } from "@/lib/services/stores/create-store";
import { operationStates, runNext, storeRow } from "@/tests/support/run-next";
import { startFailingShop } from "@/tests/support/start-failing-shop";
import { createTestPlatform } from "@/tests/support/test-platform";
import { verifyAgain } from "@/tests/support/verify-again";

function create(ctx: Ctx, name: string) {
  return createStore(ctx, createStoreInput.parse({ name, type: "woocommerce" }));
}

describe("a failed verification of a store that was ready", () => {
  /** Its shop refuses test orders from now on, and its pages answer as given. */
  async function verifiedAgain(answers: (number | "drop")[]) {
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
    create(platform.as("ann@example.com"), "blue");
    await runNext(platform);
    verifyAgain(platform, "blue");
    refusals.push(new AppError("unavailable", "Checking out failed: the shop answered 400."));
    shop.answers.push(...answers);
    // Its deadline has passed: the first failure ends it.
    await runNext(platform, undefined, undefined, new Date(0));
    return platform;
  }

  it("keeps the store ready, with a warning until a verification succeeds, while its pages work", async () => {
    const platform = await verifiedAgain([]);
    expect(operationStates(platform)).toEqual(["create done", "repair failed"]);
    expect(storeRow(platform, "blue")).toMatchObject({
      phase: "ready",
      cause: { code: "order_failed", message: expect.stringContaining("Checking out failed") },
    });
    verifyAgain(platform, "blue");
    await runNext(platform);
    expect(storeRow(platform, "blue")).toMatchObject({ phase: "ready", cause: null, finding: null });
  });

  it("makes the store unready if its pages fail too", async () => {
    const platform = await verifiedAgain([500]);
    expect(storeRow(platform, "blue")).toMatchObject({
      phase: "unready",
      cause: { code: "application_error" },
    });
  });
});
