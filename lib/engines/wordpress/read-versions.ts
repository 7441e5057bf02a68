import type { Software } from "@/lib/domain/software-version";
import type { ShopTarget } from "../engine";
import { listSoftware } from "../list-software";
import { ShopClient } from "../shop-client";

/** The most important for the owner first, with their names in the image's plugin. */
const names = { woocommerce: "WooCommerce", wordpress: "WordPress", php: "PHP", mariadb: "MariaDB" };

/** Asks the image's own plugin (images/wordpress, platform-api.php). */
export async function readVersions(target: ShopTarget): Promise<Software> {
  const shop = new ShopClient(target);
  const { json } = await shop.expect<Record<string, unknown>>(
    "Asking for the versions",
    200,
    "/wp-json/storeyard/v1/status",
    { headers: { "x-storeyard-key": target.platformKey } },
  );
  return listSoftware(names, json);
}
