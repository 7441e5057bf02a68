import { describe, expect, it } from "vitest";
import { describePlan, formatCpu, formatMib, formatStoreCount } from "./describe-plan";

describe("describing a plan", () => {
  it.each([
    [512, "512 MB"],
    [1_024, "1 GB"],
    [2_560, "2.5 GB"],
    [51_200, "50 GB"],
  ])("formats %i MiB as %s", (mib, expected) => {
    expect(formatMib(mib)).toBe(expected);
  });

  it("formats CPUs", () => {
    expect([500, 1_000, 2_500].map(formatCpu)).toEqual(["0.5 CPUs", "1 CPU", "2.5 CPUs"]);
  });

  it("formats store counts", () => {
    expect([0, 1, 2].map(formatStoreCount)).toEqual(["0 stores", "1 store", "2 stores"]);
  });

  it("lists CPU, memory and storage on one line", () => {
    expect(describePlan({ cpuMillis: 4_000, memoryMib: 4_096, storageMib: 10_240 })).toBe(
      "4 CPUs, 4 GB memory, 10 GB storage",
    );
  });
});
