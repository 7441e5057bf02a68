import type { Variant } from "./catalogue";

export interface Stock {
  available: boolean;
  /** The maximum quantity of one purchase. */
  most: number;
  text: string;
}

/** The maximum quantity of one purchase, whatever the stock. */
export const mostAtATime = 10;
const fewLeft = 5;

/** How a variant's stock is shown to a visitor. */
export function stockOf(
  variant: Pick<Variant, "manage_inventory" | "allow_backorder" | "inventory_quantity">,
): Stock {
  const left = variant.inventory_quantity ?? 0;
  if (!variant.manage_inventory || (variant.allow_backorder && left <= 0)) {
    return { available: true, most: mostAtATime, text: "Available" };
  }
  if (left <= 0) return { available: false, most: 0, text: "Sold out" };
  const text = left <= fewLeft ? `Only ${left} left` : "In stock";
  return { available: true, most: variant.allow_backorder ? mostAtATime : Math.min(left, mostAtATime), text };
}
