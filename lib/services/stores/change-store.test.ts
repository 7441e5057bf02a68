import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { operations, plans } from "@/lib/db/schema";
import { changeStore } from "@/lib/services/stores/change-store";
import { createOnPlan, footprints, kindsQueued, mark, ready } from "@/tests/support/limited-stores";
import { createTestPlatform } from "@/tests/support/test-platform";

const limit = expect.objectContaining({ code: "limit_reached" });
const conflict = expect.objectContaining({ code: "conflict" });

describe("moving a store to another plan", () => {
  function readyStore(storesPerUser = 5) {
    const platform = createTestPlatform({ storesPerUser, footprints });
    const ann = platform.as("ann@example.com");
    createOnPlan(ann, "blue");
    platform.deps.db.delete(operations).run();
    mark(platform, "blue", ready);
    return { platform, ann };
  }

  it("keeps it ready and enqueues the change of its limits", () => {
    const { platform, ann } = readyStore();
    expect(changeStore(ann, "blue", { plan: "large" })).toMatchObject({ plan: "large", phase: "ready" });
    expect(kindsQueued(platform)).toEqual(["change-plan"]);
    changeStore(ann, "blue", { plan: "large" });
    expect(kindsQueued(platform)).toEqual(["change-plan"]);
  });

  it("counts the owner's stores of the plan, also for an admin", () => {
    const { platform, ann } = readyStore(1);
    createOnPlan(ann, "red", "large");
    const root = platform.as("root@example.com", "admin");
    expect(() => changeStore(ann, "blue", { plan: "large" })).toThrow(limit);
    expect(() => changeStore(root, "blue", { plan: "large" })).toThrow(limit);
  });

  it("conflicts while it is created, cleaned up or deleted; a released store takes the plan on retry", () => {
    const { platform, ann } = readyStore();
    for (const phase of ["queued", "creating", "failed", "deleting"] as const) {
      mark(platform, "blue", { phase });
      expect(() => changeStore(ann, "blue", { plan: "large" })).toThrow(conflict);
    }
    mark(platform, "blue", { phase: "failed", releasedAt: new Date(), readyAt: null });
    expect(changeStore(ann, "blue", { plan: "large" }).plan).toBe("large");
    expect(kindsQueued(platform)).toEqual([]);
  });

  it("is refused with the missing amount if the plan is too small", () => {
    const { platform, ann } = readyStore();
    platform.deps.db.update(plans).set({ volumeMib: 1_999 }).where(eq(plans.id, "small")).run();
    expect(() => changeStore(ann, "blue", { plan: "small" })).toThrow(
      /largest volume is 1.96 GB \(1999 MiB\).*needs 1.96 GB \(2000 MiB\)/,
    );
    expect(() => createOnPlan(ann, "red", "small")).toThrow(limit);
  });
});
