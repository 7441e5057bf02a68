import type { ShopTarget } from "../engine";
import { ShopClient } from "../shop-client";

/** Asks the image's own plugin (images/wordpress, platform-api.php). */
export async function readFeatures(target: ShopTarget): Promise<readonly string[]> {
  const { json } = await new ShopClient(target).expect<{ features?: string[] }>(
    "Asking for the features",
    200,
    "/wp-json/storeyard/v1/status",
    { headers: { "x-storeyard-key": target.platformKey } },
  );
  return json.features ?? [];
}
