import { describe, expect, it } from "vitest";
import { getUsage } from "@/lib/services/plans/get-usage";
import { listPlans } from "@/lib/services/plans/list-plans";
import { retryStore } from "@/lib/services/stores/retry-store";
import { createOnPlan, mark } from "@/tests/support/limited-stores";
import { createTestPlatform } from "@/tests/support/test-platform";

const limit = expect.objectContaining({ code: "limit_reached" });

describe("the caps", () => {
  it("count every store except failed ones whose namespace is gone, which count again on retry", () => {
    const platform = createTestPlatform({ env: { MAX_STORES: "2" } });
    const ann = platform.as("ann@example.com");
    createOnPlan(ann, "blue");
    createOnPlan(ann, "red");
    mark(platform, "blue", { phase: "failed" });
    expect(() => createOnPlan(ann, "green")).toThrow(limit);
    mark(platform, "blue", { releasedAt: new Date() });
    createOnPlan(ann, "green");
    expect(() => retryStore(ann, "blue")).toThrow(/MAX_STORES/);
  });

  it("of a plan count only the account's own stores of that plan", () => {
    const platform = createTestPlatform({ env: { MAX_STORES: "9" }, storesPerUser: 1 });
    const [ann, bob] = [platform.as("ann@example.com"), platform.as("bob@example.com")];
    createOnPlan(ann, "blue");
    createOnPlan(bob, "red");
    createOnPlan(ann, "green", "small");
    expect(() => createOnPlan(ann, "grey", "small")).toThrow(/plan Small.*storesPerUser/);
    mark(platform, "blue", { phase: "failed", releasedAt: new Date() });
    createOnPlan(ann, "black");
    expect(() => retryStore(ann, "blue")).toThrow(/storesPerUser/);
  });

  it("are shown by the usage and the plans", () => {
    const platform = createTestPlatform({ env: { MAX_STORES: "4" }, storesPerUser: 3 });
    const [ann, bob] = [platform.as("ann@example.com"), platform.as("bob@example.com")];
    createOnPlan(ann, "blue");
    createOnPlan(bob, "red");
    expect(getUsage(ann)).toMatchObject({
      platform: { used: 2, most: 4 },
      plans: [
        { id: "small", used: 0, most: 3 },
        { id: "standard", used: 1, most: 3 },
        { id: "large", used: 0, most: 3 },
      ],
      capacity: null,
    });
    expect(listPlans(ann).map(({ storesLeft }) => storesLeft)).toEqual([2, 2, 2]);
  });

  it("list the existing plans if a create names an unknown plan", () => {
    const ann = createTestPlatform().as("ann@example.com");
    expect(() => createOnPlan(ann, "blue", "huge")).toThrow(
      expect.objectContaining({ code: "invalid", field: "plan", message: expect.stringContaining("small") }),
    );
  });
});
