import type { Store } from "./store";

export interface AddressScheme {
  scheme: "http" | "https";
  domain: string;
  /** Part of addresses; absent for the scheme's default port. */
  port?: number;
}

/**
 * The address that a store of this name gets with these settings. Only for a store that is created or moved: from then
 * on its address is its `url`.
 */
export function assignUrl(name: string, { scheme, domain, port }: AddressScheme): string {
  return `${scheme}://store-${name}.${domain}${port === undefined ? "" : `:${port}`}`;
}

/** Host name of a store's address in its Ingress, without a port. */
export function hostOf({ url }: Pick<Store, "url">): string {
  return new URL(url).hostname;
}
