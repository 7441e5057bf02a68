import { expect, it } from "vitest";
import { linePath, niceTicks } from "./scale";

it.each([
  [0, [0, 1]],
  [1, [0, 0.25, 0.5, 0.75, 1]],
  [7.3, [0, 2, 4, 6, 8]],
  [34.2, [0, 10, 20, 30, 40]],
  [100, [0, 25, 50, 75, 100]],
])("the grid lines of a chart with the maximum %d are at round values", (most, ticks) => {
  expect(niceTicks(most)).toEqual(ticks);
});

it("a line is interrupted where there is no value", () => {
  expect(linePath([{ x: 0, y: 1 }, { x: 1, y: 2 }, null, { x: 3, y: 0 }])).toBe("M0.0 1.0L1.0 2.0M3.0 0.0");
  expect(linePath([null])).toBe("");
});
