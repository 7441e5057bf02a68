import type { EngineProfile } from "../engine";
import { wordpressProfile } from "../wordpress/wordpress-profile";

export const woocommerceProfile: EngineProfile = {
  ...wordpressProfile,
  label: "WooCommerce shop",
  rank: 10,
  gives: "A WooCommerce shop: products, cart, checkout and orders.",
  sampleProducts: 1,
  software: ["WooCommerce", ...wordpressProfile.software],
};
