import type { ShopTarget } from "../engine";
import { ShopClient } from "../shop-client";
import { platformAuthorization } from "./platform-authorization";

/** Asks the image's own route (images/medusa, status). */
export async function readFeatures(target: ShopTarget): Promise<readonly string[]> {
  const { json } = await new ShopClient(target).expect<{ features?: string[] }>(
    "Asking for the features",
    200,
    "/admin/storeyard/status",
    { headers: platformAuthorization(target) },
  );
  return json.features ?? [];
}
