import { describe, expect, it } from "vitest";
import { audit, stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import { AppError } from "@/lib/errors";
import { addMember } from "@/lib/services/members/add-member";
import { createTestPlatform } from "@/tests/support/test-platform";
import { createStore } from "./create-store";
import { getStore } from "./get-store";
import { setSafeMode } from "./set-safe-mode";

function readyStore(type = "woocommerce") {
  const platform = createTestPlatform();
  const ann = platform.as("ann@example.com");
  const set: boolean[] = [];
  Object.assign(platform.app, { setSafeMode: async (_: unknown, on: boolean) => void set.push(on) });
  createStore(ann, createStoreInput.parse({ name: "blue", type: "woocommerce" }));
  platform.deps.db.update(stores).set({ phase: "unready", type }).run();
  return { platform, ann, set };
}

describe("safe mode for all visitors", () => {
  it("is turned on and off in the shop, shown on the store, and audited", async () => {
    const { platform, ann, set } = readyStore();
    expect(await setSafeMode(ann, "blue", true)).toMatchObject({ safeMode: true });
    expect(getStore(ann, "blue").safeMode).toBe(true);
    await setSafeMode(ann, "blue", false);
    expect(getStore(ann, "blue").safeMode).toBe(false);
    expect(set).toEqual([true, false]);
    const told = platform.allEvents().filter(({ detail }) => detail.kind === "store.safe-mode");
    expect(told.map(({ message }) => message)).toEqual([
      "ann@example.com turned safe mode on for all visitors",
      "ann@example.com turned safe mode off for all visitors",
    ]);
    const audited = platform.deps.db.select().from(audit).all();
    expect(audited.filter(({ action }) => action === "setSafeMode")).toHaveLength(2);
  });

  it("is unchanged if the shop does not answer", async () => {
    const { platform, ann } = readyStore();
    const refuse = async () => Promise.reject(new AppError("unavailable", "The shop does not answer."));
    Object.assign(platform.app, { setSafeMode: refuse });
    await expect(setSafeMode(ann, "blue", true)).rejects.toMatchObject({ code: "unavailable" });
    expect(getStore(ann, "blue").safeMode).toBe(false);
  });

  it("is refused for an engine without it, a store that does not run, and a viewer", async () => {
    const medusa = readyStore("medusa");
    await expect(setSafeMode(medusa.ann, "blue", true)).rejects.toMatchObject({ code: "conflict" });
    const { platform, ann, set } = readyStore();
    const viewer = platform.as("viewer@example.com");
    addMember(ann, "blue", { email: "viewer@example.com", role: "viewer" });
    await expect(setSafeMode(viewer, "blue", true)).rejects.toMatchObject({ code: "forbidden" });
    platform.deps.db.update(stores).set({ phase: "failed" }).run();
    await expect(setSafeMode(ann, "blue", true)).rejects.toMatchObject({ code: "conflict" });
    expect([...medusa.set, ...set]).toEqual([]);
  });
});
