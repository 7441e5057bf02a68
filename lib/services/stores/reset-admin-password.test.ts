import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { audit, stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { createTestPlatform } from "@/tests/support/test-platform";
import { createStore } from "./create-store";
import { resetAdminPassword } from "./reset-admin-password";

function storeIn(phase: "ready" | "unready" | "failed") {
  const set: string[] = [];
  const platform = createTestPlatform();
  const ann = platform.as("ann@example.com");
  Object.assign(platform.app, {
    setOwnerPassword: async (_: unknown, password: string) => {
      set.push(password);
      return "admin";
    },
  });
  createStore(ann, createStoreInput.parse({ name: "blue", type: "woocommerce" }));
  platform.deps.db.update(stores).set({ phase }).where(eq(stores.name, "blue")).run();
  return { platform, ann, set };
}

describe("a new password for a shop's admin", () => {
  it.each(["ready", "unready"] as const)(
    "is set in a store that is %s, returned once and stored nowhere",
    async (phase) => {
      const { platform, ann, set } = storeIn(phase);
      const { username, password } = await resetAdminPassword(ann, "blue");
      expect(username).toBe("admin");
      expect(set).toEqual([password]);
      expect(password.length).toBeGreaterThanOrEqual(20);
      const { db } = platform.deps;
      expect(db.select().from(audit).all().at(-1)).toMatchObject({
        action: "resetAdminPassword",
        target: "blue",
      });
      const stored = [db.select().from(stores).all(), db.select().from(audit).all(), platform.allEvents()];
      expect(JSON.stringify(stored)).not.toContain(password);
    },
  );

  it("makes the generated one void: it is not shown any more", async () => {
    const { platform, ann } = storeIn("ready");
    await resetAdminPassword(ann, "blue");
    expect(platform.deps.db.select().from(stores).get()?.passwordShownAt).toBeInstanceOf(Date);
  });

  it("is refused for a store that does not run, and for other accounts", async () => {
    const { platform, ann, set } = storeIn("failed");
    await expect(resetAdminPassword(ann, "blue")).rejects.toMatchObject({ code: "conflict" });
    const bob = platform.as("bob@example.com");
    await expect(resetAdminPassword(bob, "blue")).rejects.toMatchObject({ code: "not_found" });
    expect(set).toEqual([]);
  });
});
