import { expect, test } from "vitest";
import { parseQuantity } from "./parse-quantity";

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
