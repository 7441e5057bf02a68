import { expect, it } from "vitest";
import { stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { readSettings } from "@/lib/env";
import { createStore } from "@/lib/services/stores/create-store";
import { getStore } from "@/lib/services/stores/get-store";
import { runNext } from "@/tests/support/run-next";
import { createTestPlatform, type TestPlatform } from "@/tests/support/test-platform";
import { moveStores } from "./move-stores";

/** A ready store, one that waits for its create, and the settings of the next start. */
async function installation(env: Record<string, string>) {
  const platform = createTestPlatform({ env: { STORE_DOMAIN: "old.example" } });
  const ann = platform.as("ann@example.com");
  createStore(ann, createStoreInput.parse({ name: "blue", type: "wordpress" }));
  await runNext(platform);
  createStore(ann, createStoreInput.parse({ name: "green", type: "wordpress" }));
  const { address, moveStores } = readSettings({ ...env, NEXTAUTH_SECRET: "n".repeat(32) });
  Object.assign(platform.deps.settings, { address, moveStores });
  return { platform, ann };
}

const urls = ({ deps }: TestPlatform) =>
  deps.db
    .select()
    .from(stores)
    .all()
    .map(({ url }) => url);

it("a start with another domain is refused with both addresses and what to do, and changes nothing", async () => {
  const { platform } = await installation({ STORE_DOMAIN: "new.example" });
  expect(() => moveStores(platform.deps)).toThrow(
    "1 store has another address than STORE_DOMAIN, STORE_SCHEME and STORE_PORT assign: blue is at http://store-blue.old.example, not at http://store-blue.new.example. Restore these settings, or set MOVE_STORES=true to move it to the new address.",
  );
  expect(urls(platform)).toEqual(["http://store-blue.old.example", "http://store-green.old.example"]);
});

it("a store that was never ready does not keep the app from starting: its create uses the new address", async () => {
  const { platform, ann } = await installation({ STORE_DOMAIN: "old.example" });
  platform.deps.db.update(stores).set({ url: "http://store-green.older.example" }).run();
  platform.deps.db.update(stores).set({ readyAt: null }).run();
  moveStores(platform.deps);
  expect(getStore(ann, "green").url).toBe("http://store-green.old.example");
});

it("moved stores get the new address in their release and are verified there", async () => {
  const targets: string[] = [];
  const { platform, ann } = await installation({
    STORE_DOMAIN: "new.example",
    STORE_SCHEME: "https",
    TLS_BEFORE_INGRESS: "true",
    MOVE_STORES: "true",
  });
  Object.assign(platform.deps.engines.wordpress as object, {
    verify: async ({ host }: { host: string }) => void targets.push(host),
  });
  moveStores(platform.deps);
  expect(getStore(ann, "green").url).toBe("https://store-green.new.example");
  await runNext(platform);
  await runNext(platform);
  expect(getStore(ann, "blue")).toMatchObject({ phase: "ready", url: "https://store-blue.new.example" });
  expect(targets).toContain("store-blue.new.example");
  const ended = platform.allEvents().filter(({ detail }) => detail.kind === "operation.finished");
  expect(ended.map(({ detail }) => "operation" in detail && detail.operation)).toContain("change-address");
});

it("a start with the same address changes nothing", async () => {
  const { platform } = await installation({ STORE_DOMAIN: "old.example", MOVE_STORES: "true" });
  const seq = platform.allEvents().length;
  moveStores(platform.deps);
  expect(platform.allEvents()).toHaveLength(seq);
});
