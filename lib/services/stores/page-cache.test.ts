import { describe, expect, it } from "vitest";
import { audit, stores } from "@/lib/db/schema";
import { createStoreInput } from "@/lib/domain/create-store-input";
import type { PageCacheCall } from "@/lib/engines/engine";
import { addMember } from "@/lib/services/members/add-member";
import { createTestPlatform } from "@/tests/support/test-platform";
import { createStore } from "./create-store";
import { clearPageCache, getPageCache, setPageCache } from "./page-cache";

function readyStore(type = "woocommerce") {
  const platform = createTestPlatform();
  const ann = platform.as("ann@example.com");
  const calls: PageCacheCall[] = [];
  Object.assign(platform.app, {
    callPageCache: async (_: unknown, call: PageCacheCall) => {
      calls.push(call);
      return { on: call.method !== "PUT" || call.on, replaced: false, hits: 3, misses: 1 };
    },
  });
  createStore(ann, createStoreInput.parse({ name: "blue", type: "woocommerce" }));
  platform.deps.db.update(stores).set({ phase: "ready", type }).run();
  return { platform, ann, calls };
}

describe("the page cache of a store", () => {
  it("is read without an audit entry, and its changes are audited", async () => {
    const { platform, ann, calls } = readyStore();
    expect(await getPageCache(ann, "blue")).toMatchObject({ on: true, hits: 3 });
    expect(await setPageCache(ann, "blue", false)).toMatchObject({ on: false });
    await clearPageCache(ann, "blue");
    expect(calls).toEqual([{ method: "GET" }, { method: "PUT", on: false }, { method: "DELETE" }]);
    const actions = platform.deps.db.select().from(audit).all();
    expect(actions.map(({ action }) => action).filter((action) => action.endsWith("PageCache"))).toEqual([
      "setPageCache",
      "clearPageCache",
    ]);
  });

  it("is refused to viewers, for an engine without one, and while the store does not run", async () => {
    const medusa = readyStore("medusa");
    await expect(clearPageCache(medusa.ann, "blue")).rejects.toMatchObject({ code: "conflict" });
    const { platform, ann, calls } = readyStore();
    const viewer = platform.as("viewer@example.com");
    addMember(ann, "blue", { email: "viewer@example.com", role: "viewer" });
    await expect(getPageCache(viewer, "blue")).rejects.toMatchObject({ code: "forbidden" });
    platform.deps.db.update(stores).set({ phase: "failed" }).run();
    await expect(setPageCache(ann, "blue", true)).rejects.toMatchObject({ code: "conflict" });
    expect([...medusa.calls, ...calls]).toEqual([]);
  });
});
