import type { ShopTarget } from "../engine";

/** Medusa takes a secret API key as the user name of HTTP's basic authentication. */
export function platformAuthorization({ platformKey }: Pick<ShopTarget, "platformKey">) {
  return { authorization: `Basic ${Buffer.from(`${platformKey}:`).toString("base64")}` };
}
