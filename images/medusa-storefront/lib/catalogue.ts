import { FreshCache } from "./fresh-cache";
import { askMedusa } from "./medusa";
import { getShop } from "./shop";

export interface Variant {
  id: string;
  title: string;
  sku: string | null;
  thumbnail: string | null;
  manage_inventory: boolean;
  allow_backorder: boolean;
  inventory_quantity?: number;
  options: { option_id: string; value: string }[];
  calculated_price?: { calculated_amount: number; original_amount: number };
}

export interface Product {
  id: string;
  title: string;
  handle: string;
  subtitle: string | null;
  description: string | null;
  thumbnail: string | null;
  images: { id: string; url: string }[];
  options: { id: string; title: string; values: { value: string }[] }[];
  variants: Variant[];
}

export interface ProductPage {
  products: Product[];
  count: number;
}

export const pageSize = 24;

/** Handles of the products of the platform's test orders. No list shows them. */
const hiddenPrefix = "storeyard-proof-";

const fields =
  "id,title,handle,subtitle,description,thumbnail,*images,*options,*options.values,*variants,*variants.options,*variants.calculated_price,+variants.inventory_quantity";

const lists = new FreshCache<ProductPage>((offset) =>
  ask({ offset, limit: String(pageSize), order: "-created_at" }),
);
const singles = new FreshCache<Product | null>(async (handle) => (await ask({ handle })).products[0] ?? null);

export async function listProducts(page: number): Promise<ProductPage> {
  const { products, count } = await lists.get(String((page - 1) * pageSize));
  return { products: products.filter(({ handle }) => !handle.startsWith(hiddenPrefix)), count };
}

export function findProduct(handle: string): Promise<Product | null> {
  return singles.get(handle);
}

async function ask(query: Record<string, string>): Promise<ProductPage> {
  const { region_id } = await getShop();
  return askMedusa(`/store/products?${new URLSearchParams({ ...query, region_id, fields })}`);
}
