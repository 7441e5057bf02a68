export interface AddressScheme {
  scheme: "http" | "https";
  domain: string;
  /** Shown in addresses; absent where the scheme's own port is used. */
  port?: number;
}

/** Host name of a store, as the Ingress routes it: without a port. */
export function storeHost(name: string, address: AddressScheme): string {
  return `store-${name}.${address.domain}`;
}

export function storeUrl(name: string, address: AddressScheme): string {
  const port = address.port === undefined ? "" : `:${address.port}`;
  return `${address.scheme}://${storeHost(name, address)}${port}`;
}
