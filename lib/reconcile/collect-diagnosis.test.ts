import { expect, it } from "vitest";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { createStore } from "@/lib/services/stores/create-store";
import { createTestPlatform } from "@/tests/support/test-platform";
import { collectDiagnosis, untilWarned } from "./collect-diagnosis";

it("a warning that arrives shortly after its object is collected", async () => {
  const platform = createTestPlatform();
  const store = createStore(
    platform.as("ann@example.com"),
    createStoreInput.parse({ name: "blue", type: "wordpress" }),
  );
  platform.cluster.put({
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "blue-shop", namespace: "store-blue", labels: { "storeyard.dev/store": "blue" } },
  });
  const warned = untilWarned(platform.deps.view, store, new AbortController().signal);
  platform.cluster.warn(
    "store-blue",
    { kind: "ReplicaSet", name: "blue-shop" },
    "FailedCreate",
    "no pods on Sundays",
  );
  await warned;
  expect((await collectDiagnosis(platform.deps, store)).warnings).toEqual([
    "ReplicaSet blue-shop: FailedCreate: no pods on Sundays",
  ]);
});

it("collecting does not wait if the store has no objects", async () => {
  const platform = createTestPlatform();
  const store = createStore(
    platform.as("ann@example.com"),
    createStoreInput.parse({ name: "blue", type: "wordpress" }),
  );
  await untilWarned(platform.deps.view, store, AbortSignal.timeout(60_000));
  expect(await collectDiagnosis(platform.deps, store)).toEqual({ warnings: [], logs: [] });
});
