import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { audit, stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { operationStates, runNext } from "@/tests/support/run-next";
import { createTestPlatform } from "@/tests/support/test-platform";
import { addMember } from "../members/add-member";
import { changeStore } from "./change-store";
import { createStore } from "./create-store";
import { getStore } from "./get-store";
import { updateStore } from "./update-store";

const newer = { wordpress: "localhost/wordpress:newer", mariadb: "localhost/mariadb:test" };

async function readyStore(offered = newer) {
  const platform = createTestPlatform();
  const ann = platform.as("ann@example.com");
  createStore(ann, createStoreInput.parse({ name: "blue", type: "woocommerce" }));
  await runNext(platform);
  const engine = platform.deps.engines.woocommerce;
  if (engine) engine.images = offered;
  return { platform, ann, engine };
}

test("an update that is requested twice runs once", async () => {
  const { platform, ann } = await readyStore();
  updateStore(ann, "blue");
  expect(updateStore(ann, "blue").update).toBeNull();
  expect(operationStates(platform)).toEqual(["create done", "update-images queued"]);
  await runNext(platform);
  expect(updateStore(ann, "blue").phase).toBe("ready");
  expect(operationStates(platform)).toEqual(["create done", "update-images done"]);
  const noted = platform.deps.db.select().from(audit).where(eq(audit.action, "updateStore")).all();
  expect(noted).toMatchObject([{ target: "blue", detail: { to: "a newer build of WooCommerce 9.5.1" } }]);
});

test("a manager can update a store, a viewer gets forbidden, a non-member not_found", async () => {
  const { platform, ann } = await readyStore();
  const [manager, viewer, stranger] = ["mia", "vic", "sam"].map((name) => platform.as(`${name}@example.com`));
  if (!manager || !viewer || !stranger) throw new Error("there is nobody");
  addMember(ann, "blue", { email: "mia@example.com", role: "manager" });
  addMember(ann, "blue", { email: "vic@example.com", role: "viewer" });
  expect(() => updateStore(viewer, "blue")).toThrow(expect.objectContaining({ code: "forbidden" }));
  expect(() => updateStore(stranger, "blue")).toThrow(expect.objectContaining({ code: "not_found" }));
  expect(updateStore(manager, "blue").update).toBeNull();
});

test("an update conflicts with another operation and with a store that is not running", async () => {
  const { platform, ann } = await readyStore();
  changeStore(ann, "blue", { plan: "large" });
  expect(() => updateStore(ann, "blue")).toThrow(/another operation in progress.*when that has finished/);
  platform.deps.db.update(stores).set({ phase: "failed" }).run();
  expect(() => updateStore(ann, "blue")).toThrow(/is not running/);
});

test("a downgrade is not offered", async () => {
  const { ann, engine } = await readyStore();
  if (engine) engine.offers = [{ name: "WooCommerce", version: "9.4" }];
  expect(getStore(ann, "blue").update).toBeNull();
  if (engine) engine.offers = [{ name: "WooCommerce", version: "9.10" }];
  expect(getStore(ann, "blue").update?.versions).toEqual([{ name: "WooCommerce", version: "9.10" }]);
});

test("there is no update if the images are current or the type is unavailable", async () => {
  const same = { wordpress: "localhost/wordpress:test", mariadb: "localhost/mariadb:test" };
  const { ann, engine } = await readyStore(same);
  expect(getStore(ann, "blue").update).toBeNull();
  if (engine)
    Object.assign(engine, { images: newer, availability: () => ({ available: false, reason: "No." }) });
  expect(getStore(ann, "blue").update).toBeNull();
});
