import type { ShopTarget } from "../engine";
import { ShopClient } from "../shop-client";
import { platformAuthorization } from "./platform-authorization";

/** Sets the password of the shop's first user and ends all sessions and tokens (images/medusa, owner-password). */
export async function setOwnerPassword(
  target: ShopTarget,
  password: string,
  { revokesPrograms }: { revokesPrograms: boolean } = { revokesPrograms: false },
): Promise<string> {
  const { json } = await new ShopClient(target).expect<{ username: string }>(
    "Setting the password",
    200,
    "/admin/storeyard/owner-password",
    {
      method: "PUT",
      headers: platformAuthorization(target),
      body: { password, revoke_programs: revokesPrograms },
    },
  );
  return json.username;
}
