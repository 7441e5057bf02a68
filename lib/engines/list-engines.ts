import type { StoreType } from "@/lib/domain/store";
import type { Settings } from "@/lib/env";
import type { Engine } from "./engine";
import { medusa } from "./medusa/medusa";
import { woocommerce } from "./woocommerce/woocommerce";
import { wordpress } from "./wordpress/wordpress";

/** The kinds of store that this installation knows, whether or not it can make them. */
export function listEngines(settings: Settings): Record<StoreType, Engine> {
  return {
    woocommerce: woocommerce(settings),
    medusa: medusa(settings),
    wordpress: wordpress(settings),
  };
}
