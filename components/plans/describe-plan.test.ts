import { describe, expect, it } from "vitest";
import { describePlan, formatStoreCount } from "./describe-plan";

describe("describing a plan", () => {
  it("formats store counts", () => {
    expect([0, 1, 2].map(formatStoreCount)).toEqual(["0 stores", "1 store", "2 stores"]);
  });

  it("lists CPU, memory and storage on one line", () => {
    expect(describePlan({ cpuMillis: 4_000, memoryMib: 4_096, storageMib: 10_240 })).toBe(
      "4 CPUs, 4 GB memory, 10 GB storage",
    );
  });
});
