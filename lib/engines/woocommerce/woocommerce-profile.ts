import type { EngineProfile } from "../engine";
import { wordpressProfile } from "../wordpress/wordpress-profile";

export const woocommerceProfile: EngineProfile = {
  ...wordpressProfile,
  type: "woocommerce",
  label: "WooCommerce shop",
  gives: "A WooCommerce shop: products, cart, checkout and orders.",
  sampleProducts: 1,
};
