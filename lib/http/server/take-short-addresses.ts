import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

let subscribed = false;

/**
 * POST /stores and DELETE /stores/{name}, as the project's first README has them, are the API's own calls; the
 * dashboard's pages live at the same addresses. They are told apart before the framework looks at the address: a
 * rewrite in its proxy would send each of them to itself over the network, with the server as the one who asks.
 */
export function takeShortAddresses(): void {
  if (subscribed) return;
  subscribed = true;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.url = apiAddress(request.method, request.url);
  });
}

export function apiAddress(method: string | undefined, url: string | undefined): string | undefined {
  if (method === "GET" || method === "HEAD" || url === undefined) return url;
  return /^\/stores(\/[^/?]+)?(\?|$)/.test(url) ? `/api${url}` : url;
}
