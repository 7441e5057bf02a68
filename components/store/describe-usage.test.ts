import { expect, it } from "vitest";
import { woocommerceProfile } from "@/lib/engines/woocommerce/woocommerce-profile";
import { describeBound, describeTight, diskLabel, gapTitle } from "./describe-usage";

const { parts } = woocommerceProfile;

it("a nearly full disk or memory is described with what to do about it", () => {
  expect(describeTight({ of: "disk", component: "database", share: 0.969 }, parts)).toBe(
    "The database disk is 96 % full. Delete old orders, drafts and logs: a full disk stops the shop.",
  );
  expect(describeTight({ of: "disk", component: "shop", share: 1.2 }, parts)).toMatch(
    / is 100 % full\. Delete unused uploads/,
  );
  expect(describeTight({ of: "memory", component: "shop", share: 0.9 }, parts)).toMatch(
    /^The shop uses 90 % of/,
  );
});

it("the limit of the meters is described if it is not the plan's quota", () => {
  const own = { used: 1, most: 2.25, bound: "containers", quota: 4 } as const;
  const ofPlan = { ...own, most: 4, bound: "plan" } as const;
  const memory = { ...own, quota: 4 * 2 ** 30 };
  expect(describeBound({ cpu: own, memory })).toMatch(
    /^The containers' own limits apply first. The plan allows 4 CPUs and 4 GB of memory:/,
  );
  expect(describeBound({ cpu: null, memory })).toMatch(/The plan allows 4 GB of memory:/);
  expect(describeBound({ cpu: ofPlan, memory: null })).toBeNull();
});

it("components and missing measurements have labels", () => {
  expect(diskLabel("shop", parts)).toBe("Shop disk");
  expect(gapTitle(["cpu", "memory"])).toBe("CPU and memory");
  expect(gapTitle(["disk"])).toBe("Disk");
});
