import type { AdminEntry, ShopTarget } from "../engine";
import { ShopClient } from "../shop-client";
import { platformAuthorization } from "./platform-authorization";

/** Requests a ticket of the image's own route (images/medusa, sign-ins). The first browser that presents it is signed in. */
export async function openAdmin(target: ShopTarget): Promise<AdminEntry> {
  const shop = new ShopClient(target);
  const { json } = await shop.expect<{ ticket: string; expires_in: number }>(
    "Opening the admin pages",
    201,
    "/admin/storeyard/sign-ins",
    { method: "POST", headers: platformAuthorization(target) },
  );
  return { path: "/auth/storeyard", fields: { ticket: json.ticket }, expiresInSeconds: json.expires_in };
}
