import { expect, test } from "vitest";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { createStore } from "@/lib/services/stores/create-store";
import { createTestPlatform } from "@/tests/support/test-platform";
import { observe } from "./observe";

const image = "localhost/wordpress:gone";
const waiting = { reason: "ErrImagePull", message: `failed to pull image "${image}": not found` };
const pod = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: {
    name: "blue-shop-1",
    namespace: "store-blue",
    labels: { "storeyard.dev/store": "blue", "app.kubernetes.io/component": "shop" },
  },
  spec: { containers: [{ name: "shop", image }] },
  status: {
    phase: "Pending",
    containerStatuses: [{ name: "shop", image, ready: false, restartCount: 0, state: { waiting } }],
  },
};

/** What is seen in the way of a store with that pod. */
async function causesSeen(leaving: string[]) {
  const platform = createTestPlatform();
  const store = createStore(
    platform.as("ann@example.com"),
    createStoreInput.parse({ name: "blue", type: "woocommerce" }),
  );
  platform.cluster.put(pod);
  const known = {
    hasCredentials: true,
    namespacePrepared: true,
    namespaceDeleted: false,
    release: null,
    applied: null,
    lastLogLines: new Map(),
  };
  const { causes } = await observe(platform.deps, store, known, leaving);
  return causes.map(({ code }) => code);
}

test("a pod whose image can't be pulled is a cause", async () => {
  expect(await causesSeen(["localhost/mariadb:test"])).toContain("image_unavailable");
});

test("a pod of an outgoing image is not a cause", async () => {
  expect(await causesSeen([image])).not.toContain("image_unavailable");
});
