import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { placeOrder } from "./place-order";

interface Reply {
  status: number;
  location?: string;
  cookie?: string;
  body?: unknown;
}

/** What a shop that works answers, by method and path. */
const working: Record<string, Reply> = {
  "POST /admin/storeyard/proofs": {
    status: 201,
    body: { handle: "storeyard-proof-1", variant_id: "variant_1", country_code: "de" },
  },
  "GET /products/storeyard-proof-1": { status: 200, body: `<input name="variant" value="variant_1">` },
  "POST /actions/add-to-cart": { status: 303, location: "/cart", cookie: "cart=cart_1; Path=/; HttpOnly" },
  "POST /actions/give-address": { status: 303, location: "/checkout/delivery" },
  "GET /checkout/delivery": { status: 200, body: `<input type="radio" value="so_1">` },
  "POST /actions/choose-delivery": { status: 303, location: "/checkout/payment" },
  "POST /actions/place-order": { status: 303, location: "/orders/order_1?placed" },
  "GET /orders/order_1?placed": { status: 200, body: "Order #1" },
  "GET /admin/orders/order_1": {
    status: 200,
    body: { order: { items: [{ variant_id: "variant_1", quantity: 1 }] } },
  },
  "DELETE /admin/storeyard/proofs": { status: 200, body: { removed: true } },
};

let server: Server | undefined;
afterEach(() => server?.close());

/** Buys in a shop whose answers `over` replaces; returns the requests that the shop received. */
async function buyIn(over: Record<string, Reply> = {}) {
  const asked: { what: string; headers: IncomingMessage["headers"]; body: string }[] = [];
  const replies = { ...working, ...over };
  server = createServer(async (request, response) => {
    const what = `${request.method} ${request.url}`;
    asked.push({ what, headers: request.headers, body: await text(request) });
    const { status, location, cookie, body = "" } = replies[what] ?? { status: 404 };
    response.writeHead(status, { ...(location && { location }), ...(cookie && { "set-cookie": cookie }) });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const ingressOrigin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const target = { ingressOrigin, host: "store-mugs.localhost:8080", platformKey: "sk_1" };
  const bought = placeOrder({ ...target, signal: new AbortController().signal });
  return { asked, bought };
}

test("a test order in a working shop uses every page, and everything it created is removed", async () => {
  const { asked, bought } = await buyIn();
  await bought;
  expect(asked.map(({ what }) => what)).toEqual(Object.keys(working));
  expect(asked.every(({ headers }) => headers.host === "store-mugs.localhost:8080")).toBe(true);
  const byPath = (path: string) => asked.find(({ what }) => what.endsWith(path));
  expect(byPath("/actions/give-address")?.headers.cookie).toBe("cart=cart_1");
  expect(byPath("/actions/give-address")?.body).toContain("email=proof%40storeyard.invalid");
  expect(byPath("/actions/choose-delivery")?.body).toBe("option=so_1");
  expect(byPath("/admin/orders/order_1")?.headers.authorization).toBe(`Basic ${btoa("sk_1:")}`);
  expect(byPath("/actions/place-order")?.headers.authorization).toBeUndefined();
});

describe("the verification fails for a shop", () => {
  test.each<[string, Record<string, Reply>, string]>([
    [
      "whose server refuses the platform's key",
      { "POST /admin/storeyard/proofs": { status: 401, body: { message: "Unauthorized" } } },
      "Preparing the test order failed: the store answered 401 (Unauthorized).",
    ],
    [
      "whose product page offers nothing",
      { "GET /products/storeyard-proof-1": { status: 200, body: "Sold out" } },
      "offers nothing to put into the cart",
    ],
    [
      "without a delivery option",
      { "GET /checkout/delivery": { status: 200, body: "none" } },
      "no delivery to its own country",
    ],
    [
      "whose checkout leads back to the cart",
      { "POST /actions/place-order": { status: 303, location: "/cart?problem=refused" } },
      "Placing the order failed: the shop leads to /cart?problem=refused.",
    ],
    [
      "whose order holds something else",
      { "GET /admin/orders/order_1": { status: 200, body: { order: { items: [] } } } },
      "without what was bought",
    ],
    [
      "that keeps the test order",
      { "DELETE /admin/storeyard/proofs": { status: 500 } },
      "Removing the test order failed: the store answered 500.",
    ],
  ])("%s", async (_, over, message) => {
    const { bought } = await buyIn(over);
    await expect(bought).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining(message),
    });
  });
});
