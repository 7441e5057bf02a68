import type { EngineProfile } from "../engine";
import { mostRequestMib, sizeWordpress } from "../wordpress/size-wordpress";
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
  runtimeSettings: {
    groups: ["php", "allowedOrigins", "constants"],
    mostMemoryMib: mostRequestMib,
    originsMay:
      "Pages of these origins may use the Store API and the REST API from a visitor's browser, such as a storefront of your own. With a list, all other origins are refused. A storefront keeps its cart with the header Cart-Token.",
  },
  software: ["WooCommerce", ...wordpressProfile.software],
};
