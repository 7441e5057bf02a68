import { describe, expect, it } from "vitest";
import { deleteStore } from "@/lib/services/stores/delete-store";
import { createShop } from "@/tests/support/create-shop";
import { operationStates, runNext, storeRow } from "@/tests/support/run-next";
import { createTestPlatform } from "@/tests/support/test-platform";
import { untilCause } from "@/tests/support/until-cause";

describe("a delete", () => {
  it("removes the store's row only after its namespace is gone", async () => {
    const platform = createTestPlatform();
    const ann = platform.as("ann@example.com");
    createShop(ann, "blue");
    await runNext(platform);
    platform.cluster.holdNamespaces = true;
    deleteStore(ann, "blue");
    const run = runNext(platform);
    await untilCause(platform, "namespace_terminating");
    expect(storeRow(platform, "blue")?.phase).toBe("deleting");
    platform.cluster.releaseNamespace("store-blue");
    await run;
    expect(storeRow(platform, "blue")).toBeUndefined();
    expect(operationStates(platform)).toEqual([]);
  });

  it("of a create that has not started creates nothing", async () => {
    const platform = createTestPlatform();
    const ann = platform.as("ann@example.com");
    createShop(ann, "blue");
    deleteStore(ann, "blue");
    expect(operationStates(platform)).toEqual(["create cancelled", "delete queued"]);
    await runNext(platform);
    expect(platform.cluster.calls.filter((call) => call.startsWith("apply"))).toEqual([]);
    expect(storeRow(platform, "blue")).toBeUndefined();
  });
});
