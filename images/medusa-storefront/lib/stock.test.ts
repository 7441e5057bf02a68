import { expect, test } from "vitest";
import { stockOf } from "./stock";

test.each([
  [
    "plenty",
    { manage_inventory: true, allow_backorder: false, inventory_quantity: 25 },
    true,
    10,
    "In stock",
  ],
  [
    "the last three",
    { manage_inventory: true, allow_backorder: false, inventory_quantity: 3 },
    true,
    3,
    "Only 3 left",
  ],
  ["none", { manage_inventory: true, allow_backorder: false, inventory_quantity: 0 }, false, 0, "Sold out"],
  [
    "none, with backorders",
    { manage_inventory: true, allow_backorder: true, inventory_quantity: 0 },
    true,
    10,
    "Available",
  ],
  ["not counted", { manage_inventory: false, allow_backorder: false }, true, 10, "Available"],
])("%s", (_, variant, available, most, text) => {
  expect(stockOf(variant)).toEqual({ available, most, text });
});
