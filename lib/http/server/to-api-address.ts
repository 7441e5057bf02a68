/**
 * The URL at which a request is answered. `POST /stores` and `DELETE /stores/{name}` are short for the same calls under
 * `/api`; a GET of the same addresses is a page of the dashboard. The framework's own rewrites don't tell methods apart,
 * and a rewrite in its proxy sends the request to the server once more, with the server as the client.
 */
export function toApiAddress(method: string | undefined, url: string | undefined): string | undefined {
  if (method === "GET" || method === "HEAD" || url === undefined) return url;
  return /^\/stores(\/[^/?]+)?(\?|$)/.test(url) ? `/api${url}` : url;
}
