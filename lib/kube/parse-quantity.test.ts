import { expect, test } from "vitest";
import { formatBytes, parseQuantity } from "./parse-quantity";

test.each([
  ["2Gi", 2 * 2 ** 30],
  ["250m", 0.25],
  ["1.5", 1.5],
  ["100M", 1e8],
  ["128974848", 128974848],
  ["1e3", 1000],
  ["12E", 12e18],
  [4, 4],
  ["two", Number.NaN],
  ["2Xi", Number.NaN],
])("the quantity %s is %d", (quantity, value) => {
  expect(parseQuantity(quantity)).toBe(value);
});

test("bytes read as sizes are spoken of", () => {
  expect([2 ** 31, 256 * 2 ** 20, 1536 * 2 ** 20, 12].map(formatBytes)).toEqual([
    "2 GB",
    "256 MB",
    "1.5 GB",
    "12 bytes",
  ]);
});
