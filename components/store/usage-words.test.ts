import { expect, it } from "vitest";
import { adviseOnTight, diskLabel, gapTitle } from "./usage-words";

it("what is nearly full is told with what to do about it", () => {
  expect(adviseOnTight({ of: "disk", component: "database", share: 0.969 })).toBe(
    "The database’s disk is 96 % full. Delete old orders, drafts and logs: a full disk stops the shop.",
  );
  expect(adviseOnTight({ of: "disk", component: "shop", share: 1.2 })).toMatch(
    / is 100 % full\. Delete uploads/,
  );
  expect(adviseOnTight({ of: "memory", component: "shop", share: 0.9 })).toMatch(
    /^The shop has taken 90 % of/,
  );
});

it("things have names", () => {
  expect(diskLabel("shop")).toBe("Shop’s disk");
  expect(gapTitle(["cpu", "memory"])).toBe("CPU and memory");
  expect(gapTitle(["disk"])).toBe("Disk");
});
