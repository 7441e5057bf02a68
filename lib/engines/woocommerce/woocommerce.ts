import type { Settings } from "@/lib/env";
import { checkAvailability } from "../check-availability";
import type { Availability, Engine } from "../engine";
import { pickSoftware } from "../pick-software";
import { wordpress } from "../wordpress/wordpress";
import { placeOrder } from "./place-order";
import { woocommerceProfile } from "./woocommerce-profile";

/** WordPress with the plugin: the same chart and images, and a verification of its own. */
export function woocommerce(settings: Settings): Engine {
  return {
    ...wordpress(settings),
    ...woocommerceProfile,
    availability: () => availability(settings),
    offers: pickSoftware(settings, woocommerceProfile),
    verify: placeOrder,
  };
}

/** The image names do not show whether the plugin is included: only the set-up knows. */
function availability(settings: Settings): Availability {
  if (settings.availability.woocommerce)
    return checkAvailability(settings, "woocommerce", woocommerceProfile);
  return {
    available: false,
    reason: "The shop image of this installation was built without WooCommerce.",
  };
}
