import type { AppContext } from "@/lib/services/app-context";
import { findUntrustedProxy } from "./request-origin";

/** Addresses that were reported. Clients can invent the header: the list has an end. */
const reported = new Set<string>();
const mostReported = 20;

/**
 * Logs once for each address that requests seem to come through a proxy which `TRUSTED_PROXIES` does not name. All users
 * behind it then share one address, and with it the sign-in limit of that address.
 */
export function warnOfUntrustedProxy(
  { log, settings }: Pick<AppContext, "log" | "settings">,
  headers: Headers,
  known = reported,
): void {
  const proxy = findUntrustedProxy(headers, settings.trustedProxies);
  if (proxy === null || known.has(proxy) || known.size >= mostReported) return;
  known.add(proxy);
  log.warn(
    { proxy },
    `A sign-in from ${proxy} has an X-Forwarded-For header. If ${proxy} is your proxy, add it to TRUSTED_PROXIES: until then all users behind it share one address and its sign-in limit.`,
  );
}
