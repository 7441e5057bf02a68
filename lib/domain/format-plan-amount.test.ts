import { describe, expect, it } from "vitest";
import { formatCpu, formatLeast, formatMib } from "./format-plan-amount";

describe("amounts of a plan", () => {
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

  it.each([
    ["cpuMillis", 4_000, "4 CPUs (4000 millicores)"],
    ["cpuMillis", 3_333, "3.34 CPUs (3333 millicores)"],
    ["memoryMib", 2_304, "2.25 GB (2304 MiB)"],
    ["volumeMib", 2_000, "1.96 GB (2000 MiB)"],
    ["pods", 4, "4"],
  ] as const)(
    "the minimum %s of %i is formatted in the units of the form and of the API",
    (limit, value, expected) => {
      expect(formatLeast(limit, value)).toBe(expected);
    },
  );
});
