import type { ShopTarget } from "../engine";
import { ShopClient } from "../shop-client";

/** Sets the password of the owner's account and ends its sessions (images/wordpress, owner-password.php). */
export async function setOwnerPassword(
  target: ShopTarget,
  password: string,
  { revokesPrograms }: { revokesPrograms: boolean } = { revokesPrograms: false },
): Promise<string> {
  const { json } = await new ShopClient(target).expect<{ username: string }>(
    "Setting the password",
    200,
    "/wp-json/storeyard/v1/owner-password",
    {
      method: "PUT",
      headers: { "x-storeyard-key": target.platformKey },
      body: { password, revoke_application_passwords: revokesPrograms },
    },
  );
  return json.username;
}
