import { FreshCache } from "./fresh-cache";
import { askMedusa } from "./medusa";

export interface Shop {
  title: string;
  region_id: string;
  currency_code: string;
  countries: { code: string; name: string }[];
}

const shops = new FreshCache<Shop>(() => askMedusa("/store/storeyard/shop"));

/** The shop's name and its region. */
export function getShop(): Promise<Shop> {
  return shops.get("shop");
}
