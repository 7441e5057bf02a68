import { createStoreInput } from "@/lib/domain/create-store-input";
import type { Ctx } from "@/lib/services/app-context";
import { createStore } from "@/lib/services/stores/create-store";

/** Creates a WooCommerce store with the default values. */
export function createShop(ctx: Ctx, name: string) {
  return createStore(ctx, createStoreInput.parse({ name, type: "woocommerce" }));
}
