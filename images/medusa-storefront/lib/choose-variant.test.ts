import { expect, test } from "vitest";
import type { Product } from "./catalogue";
import { chooseVariant } from "./choose-variant";

const variant = (id: string, glaze: string, size: string, left: number) => ({
  id,
  title: id,
  sku: null,
  thumbnail: null,
  manage_inventory: true,
  allow_backorder: false,
  inventory_quantity: left,
  options: [
    { option_id: "glaze", value: glaze },
    { option_id: "size", value: size },
  ],
});

const mug = {
  options: [
    { id: "glaze", title: "Glaze", values: [{ value: "Clay" }, { value: "Sage" }] },
    { id: "size", title: "Size", values: [{ value: "S" }, { value: "L" }] },
  ],
  variants: [
    variant("clay-s", "Clay", "S", 0),
    variant("clay-l", "Clay", "L", 4),
    variant("sage-s", "Sage", "S", 2),
  ],
} as Product;

test("the first available variant is chosen by default", () => {
  expect(chooseVariant(mug, {}).variant?.id).toBe("clay-l");
});

test("the requested variant is chosen, also when it is sold out", () => {
  expect(chooseVariant(mug, { Glaze: "Sage" }).variant?.id).toBe("sage-s");
  expect(chooseVariant(mug, { Glaze: "Clay", Size: "S" }).variant?.id).toBe("clay-s");
});

test("the first variant is chosen if no variant matches the request", () => {
  expect(chooseVariant(mug, { Glaze: "Gold" }).variant?.id).toBe("clay-s");
});

test("each option value has its link and its availability", () => {
  const [, size] = chooseVariant(mug, { Glaze: "Sage" }).choices;
  expect(size?.values).toEqual([
    { value: "S", chosen: true, available: true, query: "Glaze=Sage&Size=S" },
    { value: "L", chosen: false, available: true, query: "Glaze=Sage&Size=L" },
  ]);
});

test("an option with one value is not offered as a choice", () => {
  const plain = {
    ...mug,
    options: mug.options.map((option) => ({ ...option, values: option.values.slice(0, 1) })),
  };
  expect(chooseVariant(plain, {}).choices).toEqual([]);
});
