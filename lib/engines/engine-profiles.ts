import type { StoreType } from "@/lib/domain/store";
import type { EngineProfile } from "./engine";
import { medusaProfile } from "./medusa/medusa-profile";
import { woocommerceProfile } from "./woocommerce/woocommerce-profile";
import { wordpressProfile } from "./wordpress/wordpress-profile";

/** Every kind of shop that there is, for those who only tell of stores. */
export const engineProfiles: Record<StoreType, EngineProfile> = {
  woocommerce: woocommerceProfile,
  medusa: medusaProfile,
  wordpress: wordpressProfile,
};
