import { describe, expect, it } from "vitest";
import { countStores, describePlan, formatCpu, formatMib } from "./plan-words";

describe("a plan in words", () => {
  it.each([
    [512, "512 MB"],
    [1_024, "1 GB"],
    [2_560, "2.5 GB"],
    [51_200, "50 GB"],
  ])("says %i MiB as people read sizes", (mib, words) => {
    expect(formatMib(mib)).toBe(words);
  });

  it("counts CPUs", () => {
    expect([500, 1_000, 2_500].map(formatCpu)).toEqual(["0.5 CPUs", "1 CPU", "2.5 CPUs"]);
  });

  it("counts stores", () => {
    expect([0, 1, 2].map(countStores)).toEqual(["0 stores", "1 store", "2 stores"]);
  });

  it("is one line", () => {
    expect(describePlan({ cpuMillis: 4_000, memoryMib: 4_096, storageMib: 10_240 })).toBe(
      "4 CPUs, 4 GB memory, 10 GB disk",
    );
  });
});
