import type { EngineProfile } from "../engine";
import { sizeWordpress } from "../wordpress/size-wordpress";
import { wordpressParts } from "../wordpress/wordpress-parts";
import { wordpressProfile } from "../wordpress/wordpress-profile";

export const woocommerceProfile: EngineProfile = {
  ...wordpressProfile,
  label: "WooCommerce shop",
  rank: 10,
  gives: "A WooCommerce shop: products, cart, checkout and orders.",
  sells: true,
  sampleProducts: 1,
  parts: wordpressParts({ title: "Shop", phrase: "the shop" }, "old orders, drafts and logs"),
  verification: "Place a test order",
  checkedPages: [...wordpressProfile.checkedPages, "/checkout/"],
  sizeStore: (plan) => sizeWordpress(plan, "shop"),
  software: ["WooCommerce", ...wordpressProfile.software],
};
