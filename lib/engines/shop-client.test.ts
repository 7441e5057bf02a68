import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { ShopClient, ShopUnreachableError } from "./shop-client";
import { placeOrder } from "./woocommerce/place-order";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A shop behind an ingress of its own, that answers as the test says. */
async function openShop(answer: RequestListener) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  closing.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  const { port } = server.address() as AddressInfo;
  return {
    ingressOrigin: `http://127.0.0.1:${port}`,
    host: "store-blue.localhost:8080",
    platformKey: "the-key",
    signal: new AbortController().signal,
  };
}

it("requests go through the ingress with the shop's Host header", async () => {
  const target = await openShop((request, response) => response.end(request.headers.host));
  expect((await new ShopClient(target).send("/")).text).toBe("store-blue.localhost:8080");
});

it("a certificate of a private authority is trusted if the installation names the authority", async () => {
  const read = (file: string) => readFileSync(`tests/fixtures/tls/${file}`, "utf8");
  const server = createTlsServer({ key: read("shop.key"), cert: read("shop.crt") }, (_, response) =>
    response.end("open"),
  ).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  closing.push(() => server.close());
  const target = {
    ingressOrigin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    host: "store-blue.localhost",
    platformKey: "the-key",
    signal: new AbortController().signal,
  };
  await expect(new ShopClient(target).send("/")).rejects.toThrow(/self-signed certificate/);
  const trusted = new ShopClient({ ...target, ca: read("shop.crt") });
  expect((await trusted.send("/", { headers: { connection: "close" } })).text).toBe("open");
  const other = new ShopClient({ ...target, host: "store-red.localhost", ca: read("shop.crt") });
  await expect(other.send("/")).rejects.toThrow(/altnames/);
});

it("an ingress that does not answer is reported as unreachable", async () => {
  const target = { ...(await openShop(() => {})), ingressOrigin: "http://127.0.0.1:9" };
  await expect(new ShopClient(target).send("/")).rejects.toThrow(
    /does not answer through its Ingress \(connect ECONNREFUSED/,
  );
});

it.each([
  ["has no backend", 503, "text/plain"],
  ["has no route", 404, "text/plain; charset=utf-8"],
  ["can't reach its backend", 502, "text/html"],
])("an answer of an ingress that %s is not taken for the shop's", async (_, status, type) => {
  const target = await openShop((_request, response) => {
    response.writeHead(status, { "content-type": type }).end("no");
  });
  await expect(placeOrder(target)).rejects.toBeInstanceOf(ShopUnreachableError);
});

it("a refusal of the shop is not taken for the ingress's", async () => {
  const target = await openShop((_request, response) => {
    response.writeHead(404, { "content-type": "application/json" }).end('{"message":"No route."}');
  });
  const error = await placeOrder(target).catch((caught: unknown) => caught);
  expect(error).not.toBeInstanceOf(ShopUnreachableError);
  expect(error).toMatchObject({ code: "unavailable" });
});

it("a refused checkout is reported with the shop's own message", async () => {
  const target = await openShop((request, response) => {
    response.setHeader("content-type", "application/json");
    if (request.url?.endsWith("/proofs")) {
      response.statusCode = 201;
      return response.end(JSON.stringify({ product_id: 7, address: { country: "DE" } }));
    }
    if (request.url?.endsWith("/cart")) return response.setHeader("cart-token", "t").end("{}");
    response.statusCode = request.url?.endsWith("/add-item") ? 201 : 402;
    return response.end(JSON.stringify({ message: "No payment method." }));
  });
  await expect(placeOrder(target)).rejects.toThrow(
    "Checking out failed: the store answered 402 (No payment method.).",
  );
});

it("an order that the shop does not have afterwards fails the verification", async () => {
  const target = await openShop((request, response) => {
    if (request.url?.endsWith("/proofs")) {
      response.statusCode = 201;
      return response.end(JSON.stringify({ product_id: 7, address: { country: "DE" } }));
    }
    if (request.url?.endsWith("/cart")) return response.setHeader("cart-token", "t").end("{}");
    if (request.url?.endsWith("/add-item")) return response.writeHead(201).end("{}");
    if (request.url?.endsWith("/checkout"))
      return response.end(JSON.stringify({ order_id: 5, status: "processing" }));
    return response.end(JSON.stringify({ id: 5, status: "processing", items: [] }));
  });
  await expect(placeOrder(target)).rejects.toThrow(/holds it without what was bought/);
});
