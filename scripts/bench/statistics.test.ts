import { describe, expect, it } from "vitest";
import { formatTable, median, percentile } from "./statistics";

describe("the numbers of a benchmark", () => {
  it("include the median of odd and even counts", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it("include percentiles, which are measured values", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile([7], 0.95)).toBe(7);
    expect(percentile([1, 2, 3, 4, 5], 0.95)).toBe(5);
  });

  it("are right-aligned in a table", () => {
    expect(
      formatTable([
        ["step", "s"],
        ["disk", "10.0"],
      ]),
    ).toBe("step     s\ndisk  10.0");
  });
});
