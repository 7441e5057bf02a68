const http = require("node:http");

/**
 * The redirect of a request that the ingress received over plain http; null for any other request. Requests from inside
 * the pod and probes have no X-Forwarded-Proto. The path is kept as it was sent.
 */
function findRedirect(storeUrl, { method, url, headers }) {
  if (headers["x-forwarded-proto"]?.toLowerCase() !== "http") return null;
  const path = url.startsWith("/") ? url : "/";
  // 308 keeps the method and the body.
  return { status: method === "GET" || method === "HEAD" ? 301 : 308, location: `${storeUrl}${path}` };
}

/**
 * Serves a store with an https address over https alone: the servers of this process redirect plain http once, on every
 * path, before any other code sees the request. With `STORE_TLS_PROXY` nothing is redirected: a proxy before the ingress
 * ends TLS, and the ingress sees plain http alone. Changes nothing for a store with an http address.
 */
exports.redirectPlainHttp = function redirectPlainHttp(env) {
  const { STORE_URL: storeUrl, STORE_TLS_PROXY: tlsProxy } = env;
  if (!storeUrl?.startsWith("https://")) return;
  const { createServer } = http;
  http.createServer = (...args) => {
    const listener = args.pop();
    return createServer(...args, (request, response) => {
      const redirect = tlsProxy === "true" ? null : findRedirect(storeUrl, request);
      if (redirect !== null) {
        response.writeHead(redirect.status, { location: redirect.location, "content-length": 0 }).end();
        return;
      }
      // The store's address decides, not the header: behind such a proxy a session would get no secure cookie.
      request.headers["x-forwarded-proto"] = "https";
      listener(request, response);
    });
  };
};
