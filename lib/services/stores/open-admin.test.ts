import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit, stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { createTestPlatform } from "@/tests/support/test-platform";
import { createStore } from "./create-store";
import { openAdmin } from "./open-admin";

function readyStore() {
  const platform = createTestPlatform();
  const ann = platform.as("ann@example.com");
  createStore(ann, createStoreInput.parse({ name: "blue", type: "woocommerce" }));
  platform.deps.db.update(stores).set({ phase: "ready" }).where(eq(stores.name, "blue")).run();
  return { platform, ann };
}

describe("the admin pages of a shop", () => {
  it("are opened for its owner at the shop's address, and the ticket is not stored", async () => {
    const { platform, ann } = readyStore();
    const opened = await openAdmin(ann, "blue", { safeMode: false });
    expect(opened).toEqual({
      url: "http://store-blue.localhost/sign-in",
      fields: { ticket: "one-time-ticket" },
      expiresInSeconds: 60,
    });
    const rows = platform.deps.db.select().from(audit).all();
    expect(rows.at(-1)).toMatchObject({ action: "openAdmin", target: "blue", result: "ok" });
    expect(JSON.stringify([rows, platform.allEvents()])).not.toContain("one-time-ticket");
  });

  it("are not opened for other accounts", async () => {
    const { platform } = readyStore();
    await expect(
      openAdmin(platform.as("bob@example.com"), "blue", { safeMode: false }),
    ).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it.each(["ready", "unready"] as const)("are opened while the store is %s", async (phase) => {
    const { platform, ann } = readyStore();
    platform.deps.db.update(stores).set({ phase }).where(eq(stores.name, "blue")).run();
    await expect(openAdmin(ann, "blue", { safeMode: true })).resolves.toMatchObject({ expiresInSeconds: 60 });
  });

  it("are not opened while the store does not run", async () => {
    const { platform, ann } = readyStore();
    platform.deps.db.update(stores).set({ phase: "failed" }).where(eq(stores.name, "blue")).run();
    await expect(openAdmin(ann, "blue", { safeMode: false })).rejects.toMatchObject({ code: "conflict" });
  });

  it("have no safe mode in a shop without plugins", async () => {
    const { platform, ann } = readyStore();
    platform.deps.db.update(stores).set({ type: "medusa" }).where(eq(stores.name, "blue")).run();
    await expect(openAdmin(ann, "blue", { safeMode: true })).rejects.toMatchObject({
      code: "conflict",
      field: "safeMode",
    });
  });
});
