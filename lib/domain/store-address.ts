export interface AddressScheme {
  scheme: "http" | "https";
  domain: string;
  /** Part of addresses; absent for the scheme's default port. */
  port?: number;
}

/** Host name of a store in its Ingress, without a port. */
export function storeHost(name: string, address: AddressScheme): string {
  return `store-${name}.${address.domain}`;
}

export function storeUrl(name: string, address: AddressScheme): string {
  const port = address.port === undefined ? "" : `:${address.port}`;
  return `${address.scheme}://${storeHost(name, address)}${port}`;
}
