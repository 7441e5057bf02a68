import { describe, expect, it } from "vitest";
import { operations } from "@/lib/db/schema";
import { changePlan } from "@/lib/services/plans/change-plan";
import {
  createOnPlan,
  footprint,
  footprints,
  kindsQueued,
  mark,
  ready,
} from "@/tests/support/limited-stores";
import { createTestPlatform } from "@/tests/support/test-platform";

const limit = expect.objectContaining({ code: "limit_reached" });

describe("changing a plan", () => {
  const small = () => {
    const platform = createTestPlatform({ footprints });
    return {
      platform,
      ann: platform.as("ann@example.com"),
      root: platform.as("root@example.com", "admin"),
    };
  };

  it("is for admins", () => {
    const { ann } = small();
    expect(() => changePlan(ann, "small", { pods: 9 })).toThrow(
      expect.objectContaining({ code: "forbidden" }),
    );
  });

  it("enqueues changes for its running stores only", () => {
    const { platform, ann, root } = small();
    for (const [name, plan] of [
      ["blue", "small"],
      ["red", "small"],
      ["green", "large"],
    ] as const) {
      createOnPlan(ann, name, plan);
      mark(platform, name, ready);
    }
    createOnPlan(ann, "grey", "small");
    platform.deps.db.delete(operations).run();
    changePlan(root, "small", { storesPerUser: 9, name: "Tiny" });
    expect(kindsQueued(platform)).toEqual([]);
    changePlan(root, "small", { pods: 9 });
    expect(kindsQueued(platform)).toEqual(["change-plan", "change-plan"]);
  });

  it.each(["pods", "cpuMillis", "memoryMib", "storageMib", "volumeMib"] as const)(
    "is refused at the field %s below the minimum of a store; the minimum is accepted",
    (field) => {
      const { root } = small();
      const least = footprint.least[field];
      expect(() => changePlan(root, "small", { [field]: least - 1 })).toThrow(
        expect.objectContaining({ code: "invalid", field }),
      );
      expect(changePlan(root, "small", { [field]: least })[field]).toBe(least);
    },
  );

  it.each([
    ["cpuMillis", 100, "The minimum is 3 CPUs (3000 millicores): a WordPress site needs it."],
    ["memoryMib", 100, "The minimum is 1.96 GB (2000 MiB): a WordPress site needs it."],
    ["volumeMib", 100, "The minimum is 1.96 GB (2000 MiB): a WordPress site needs it."],
    ["pods", 3, "The minimum is 4: a WordPress site needs it."],
  ] as const)("reports the minimum of %s in the unit of its field", (field, amount, message) => {
    const { ann, root } = small();
    createOnPlan(ann, "blue", "small");
    expect(() => changePlan(root, "small", { [field]: amount })).toThrow(message);
  });

  it("takes effect immediately", () => {
    const { ann, root } = small();
    changePlan(root, "small", { storesPerUser: 0 });
    expect(() => createOnPlan(ann, "blue", "small")).toThrow(limit);
  });
});
