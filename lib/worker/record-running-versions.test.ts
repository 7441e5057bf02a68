import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { getEngine } from "@/lib/engines/get-engine";
import { kindNames } from "@/lib/operations/kinds";
import { runOperation } from "@/lib/operations/run-operation";
import { recordImages } from "@/lib/reconcile/record-images";
import { createStore } from "@/lib/services/stores/create-store";
import { createTestPlatform } from "@/tests/support/test-platform";
import { recordRunningVersions } from "./record-running-versions";

const never = new AbortController().signal;

/** A store that was made before anybody kept what it runs, in an installation that has got other images since. */
async function olderStore() {
  const platform = createTestPlatform();
  const { db, operations: queue, engines } = platform.deps;
  createStore(platform.as("ann@example.com"), createStoreInput.parse({ name: "blue", type: "woocommerce" }));
  const operation = queue.claim({
    owner: "test",
    createDeadlineMs: 60_000,
    kinds: kindNames,
  });
  if (operation) await runOperation(platform.deps, operation, never);
  db.update(stores).set({ images: null, versions: [] }).run();
  getEngine(engines, "woocommerce").images = {
    wordpress: "localhost/wordpress:new",
    mariadb: "localhost/mariadb:new",
  };
  const row = () => db.select().from(stores).where(eq(stores.name, "blue")).get();
  return { platform, row };
}

it("an older store keeps the images of its release when the installation has newer ones", async () => {
  const { platform, row } = await olderStore();
  await recordRunningVersions(platform.deps, never);
  expect(row()?.images).toEqual({ wordpress: "localhost/wordpress:test", mariadb: "localhost/mariadb:test" });
});

it("a part that the engine got later has the installation's image, and the other parts keep theirs", async () => {
  const { platform, row } = await olderStore();
  const { engines, kube, db } = platform.deps;
  await recordRunningVersions(platform.deps, never);
  const { woocommerce } = engines;
  if (woocommerce) woocommerce.images = { ...woocommerce.images, cache: "localhost/cache:new" };
  const known = row();
  if (known) await recordImages({ db, engines, kube }, known);
  expect(row()?.images).toEqual({
    wordpress: "localhost/wordpress:test",
    mariadb: "localhost/mariadb:test",
    cache: "localhost/cache:new",
  });
});

it("an older store is asked for its versions, and its page receives them", async () => {
  const { platform, row } = await olderStore();
  await recordRunningVersions(platform.deps, never);
  expect(row()?.versions).toEqual([{ name: "WooCommerce", version: "9.5.1" }]);
  expect(platform.allEvents().at(-1)?.detail).toEqual({ kind: "store.versions", versions: row()?.versions });
});

it("nothing is recorded while the cluster does not answer, and the next start asks again", async () => {
  const { platform, row } = await olderStore();
  platform.cluster.fail("list");
  await recordRunningVersions(platform.deps, never);
  expect(row()).toMatchObject({ images: null, versions: [] });
  platform.cluster.heal();
  await recordRunningVersions(platform.deps, never);
  expect(row()?.images).not.toBeNull();
});
