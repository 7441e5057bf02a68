import type { Settings } from "@/lib/env";
import type { Engine } from "../engine";
import { wordpress } from "../wordpress/wordpress";
import { placeOrder } from "./place-order";
import { woocommerceProfile } from "./woocommerce-profile";

/** WordPress with the plugin: the same chart and images, and a proof of its own. */
export function woocommerce(settings: Settings): Engine {
  return {
    ...wordpress(settings),
    ...woocommerceProfile,
    availability: () => settings.woocommerce,
    prove: placeOrder,
  };
}
