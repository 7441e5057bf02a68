import { AppError } from "@/lib/errors";
import type { AdminEntry, ShopTarget } from "../engine";
import { ShopClient } from "../shop-client";

/** Requests a ticket of the image's own plugin (images/wordpress, sign-ins.php). The first browser that presents it is signed in. */
export async function openAdmin(
  target: ShopTarget,
  { safeMode }: { safeMode: boolean },
): Promise<AdminEntry> {
  const shop = new ShopClient(target);
  const { json } = await shop.expect<{ ticket: string; expires_in: number; safe_mode?: boolean }>(
    "Opening the admin pages",
    201,
    "/wp-json/storeyard/v1/sign-ins",
    {
      method: "POST",
      headers: { "x-storeyard-key": target.platformKey },
      body: { safe_mode: safeMode },
    },
  );
  if (safeMode && json.safe_mode !== true) {
    throw new AppError("unavailable", "This shop's image is too old for safe mode. Update the store first.");
  }
  return { path: "/storeyard-sign-in", fields: { ticket: json.ticket }, expiresInSeconds: json.expires_in };
}
