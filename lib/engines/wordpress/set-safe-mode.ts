import type { ShopTarget } from "../engine";
import { ShopClient } from "../shop-client";

/** Turns safe mode for all visitors on or off (images/wordpress, safe-mode.php). */
export async function setSafeMode(target: ShopTarget, on: boolean): Promise<void> {
  await new ShopClient(target).expect("Setting safe mode", 200, "/wp-json/storeyard/v1/safe-mode", {
    method: "PUT",
    headers: { "x-storeyard-key": target.platformKey },
    body: { on },
  });
}
