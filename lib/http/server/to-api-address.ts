/**
 * The URL at which a request is answered. `POST /stores` and `DELETE /stores/{name}` are aliases of the same calls
 * under `/api`; a GET of the same paths is a page of the dashboard. The framework's rewrites do not distinguish
 * methods. A rewrite in its proxy sends the request to the server again, with the server's own address as the
 * client's.
 */
export function toApiAddress(method: string | undefined, url: string | undefined): string | undefined {
  if (method === "GET" || method === "HEAD" || url === undefined) return url;
  return /^\/stores(\/[^/?]+)?(\?|$)/.test(url) ? `/api${url}` : url;
}
