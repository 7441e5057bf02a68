import http from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
// @ts-expect-error: it runs in Medusa's server, which has no types.
import { redirectPlainHttp } from "./app/setup/redirect-plain-http.js";

const { createServer } = http;
let server: http.Server | undefined;

/** Starts a server as a container of a store does. It answers with the scheme that its programs see. */
async function serve(env: Record<string, string>) {
  redirectPlainHttp(env);
  const started = http.createServer((request, response) =>
    response.end(`served as ${request.headers["x-forwarded-proto"]}`),
  );
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const { port } = started.address() as { port: number };
  return (path: string, proto?: string, method = "GET") =>
    new Promise<{ status?: number; location?: string; text: string }>((resolve, reject) => {
      const headers = proto === undefined ? {} : { "x-forwarded-proto": proto };
      const request = http.request({ host: "127.0.0.1", port, path, method, headers }, async (response) => {
        let text = "";
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode, location: response.headers.location, text });
      });
      request.on("error", reject).end(method === "POST" ? "form=1" : undefined);
    });
}

beforeEach(() => {
  server = undefined;
});
afterEach(async () => {
  http.createServer = createServer;
  await new Promise((resolve) => server?.close(resolve) ?? resolve(null));
});

const https = { STORE_URL: "https://store-mugs.example.com:8443" };

test.each([
  "/",
  "/app/login",
  "/store/products?q=a%26b&limit=1",
  "/static/mug.webp",
  "/_next/static/x.css",
  "//evil.example.com/",
  "/%E0%A4%A",
])("plain http to %s is redirected to the same path", async (path) => {
  const ask = await serve(https);
  for (const method of ["GET", "HEAD"]) {
    expect(await ask(path, "http", method)).toMatchObject({
      status: 301,
      location: `${https.STORE_URL}${path}`,
    });
  }
});

test("a redirect keeps the method of a request that is not GET or HEAD", async () => {
  const ask = await serve(https);
  expect(await ask("/store/carts", "http", "POST")).toMatchObject({
    status: 308,
    location: `${https.STORE_URL}/store/carts`,
  });
  expect(await ask("*", "HTTP", "OPTIONS")).toMatchObject({ status: 308, location: `${https.STORE_URL}/` });
});

test.each([["https"], [undefined], ["https, http"]])(
  "a request that did not come over plain http is served (%s)",
  async (proto) => {
    const ask = await serve(https);
    expect(await ask("/health", proto)).toMatchObject({ status: 200, text: "served as https" });
  },
);

test("behind a proxy that ends TLS nothing is redirected, and the request counts as https", async () => {
  const ask = await serve({ ...https, STORE_TLS_PROXY: "true" });
  expect(await ask("/app", "http")).toMatchObject({ status: 200, text: "served as https" });
});

test("a store with an http address is served over plain http", async () => {
  const ask = await serve({ STORE_URL: "http://store-mugs.localhost:8080" });
  expect(await ask("/app", "http")).toMatchObject({ status: 200, text: "served as http" });
});
