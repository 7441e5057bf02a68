import type { Product, Variant } from "./catalogue";
import { stockOf } from "./stock";

export interface Choice {
  title: string;
  values: { value: string; chosen: boolean; available: boolean; query: string }[];
}

export interface Chosen {
  variant: Variant | undefined;
  choices: Choice[];
}

/** The variant that a product page's address names (`?Glaze=Sage`), else the first available one. */
export function chooseVariant(product: Product, wanted: Record<string, string | undefined>): Chosen {
  const asked = product.options.filter(({ title }) => wanted[title] !== undefined);
  const matching = product.variants.filter((variant) =>
    asked.every(({ id, title }) => optionValue(variant, id) === wanted[title]),
  );
  const variant =
    matching.find((candidate) => stockOf(candidate).available) ?? matching[0] ?? product.variants[0];
  const current = Object.fromEntries(
    product.options.map(({ id, title }) => [title, (variant && optionValue(variant, id)) ?? ""]),
  );
  const choices = product.options
    .filter(({ values }) => values.length > 1)
    .map(({ id, title, values }) => ({
      title,
      values: values.map(({ value }) => ({
        value,
        chosen: current[title] === value,
        available: product.variants.some(
          (candidate) => optionValue(candidate, id) === value && stockOf(candidate).available,
        ),
        query: new URLSearchParams({ ...current, [title]: value }).toString(),
      })),
    }));
  return { variant, choices };
}

function optionValue(variant: Variant, optionId: string): string | undefined {
  return variant.options.find(({ option_id }) => option_id === optionId)?.value;
}
