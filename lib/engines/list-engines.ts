import type { StoreType } from "@/lib/domain/store";
import type { Settings } from "@/lib/env";
import type { Engine } from "./engine";
import { buildStoreSecrets, buildStoreValues, storeChart } from "./store-chart";
import { placeOrder } from "./woocommerce/place-order";
import { visitSite } from "./wordpress/visit-site";

/** The kinds of store that this installation knows, whether or not it can make them. */
export function listEngines(settings: Settings): Record<StoreType, Engine> {
  const shared = {
    chart: storeChart,
    buildValues: (store: Parameters<Engine["buildValues"]>[0]) => buildStoreValues(store, settings),
    buildSecrets: buildStoreSecrets,
  };
  return {
    woocommerce: {
      ...shared,
      type: "woocommerce",
      label: "WooCommerce shop",
      availability: () => settings.woocommerce,
      prove: placeOrder,
    },
    wordpress: {
      ...shared,
      type: "wordpress",
      label: "WordPress site",
      availability: () => ({ available: true }),
      prove: visitSite,
    },
  };
}
