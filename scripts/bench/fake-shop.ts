import { createServer } from "node:http";

interface Page {
  type?: string;
  status?: number;
  headers?: Record<string, string>;
  body: string | object;
}

const order = { id: 1, order_id: 1, status: "processing", items: [{ product_id: 1, quantity: 1 }] };
const pageCache = { on: true, replaced: false, hits: 3, misses: 1 };
const address = { country: "DE", state: "", postcode: "10115", city: "Berlin" };

/** Responses by method and path, the same for every host: a shop whose orders all succeed. Fake pods run none. */
const pages: Record<string, Page> = {
  "GET /": { type: "text/html", body: "<!doctype html><html><title>A fake site</title></html>" },
  "GET /wp-login.php": {
    type: "text/html",
    body: '<!doctype html><html><form id="loginform"></form></html>',
  },
  "GET /wp-json/": { body: { namespaces: ["wp/v2"] } },
  "GET /wp-json/storeyard/v1/status": {
    body: { wordpress: "6.9.4", php: "8.4.11", mariadb: "11.8.3" },
  },
  "POST /wp-json/storeyard/v1/sign-ins": { status: 201, body: { ticket: "a-ticket", expires_in: 60 } },
  "GET /wp-json/storeyard/v1/page-cache": { body: pageCache },
  "PUT /wp-json/storeyard/v1/page-cache": { body: pageCache },
  "DELETE /wp-json/storeyard/v1/page-cache": { body: pageCache },
  "POST /wp-json/storeyard/v1/proofs": { status: 201, body: { product_id: 1, address } },
  "DELETE /wp-json/storeyard/v1/proofs": { body: {} },
  "GET /wp-json/storeyard/v1/proofs/orders/1": { body: order },
  "GET /wp-json/wc/store/v1/cart": { headers: { "cart-token": "a-cart" }, body: {} },
  "POST /wp-json/wc/store/v1/cart/add-item": { status: 201, body: {} },
  "POST /wp-json/wc/store/v1/checkout": { body: order },
};

/** Replaces the ingress for stores whose pods are fake. */
export async function startFakeShop(): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    const page = pages[`${request.method} ${request.url}`] ?? {
      // As a shop's own page: plain text would be the ingress's answer to a missing route.
      type: "text/html",
      status: 404,
      body: "<!doctype html><title>Not found</title>",
    };
    const type = page.type ?? "application/json";
    response.writeHead(page.status ?? 200, { "content-type": type, ...page.headers });
    response.end(typeof page.body === "string" ? page.body : JSON.stringify(page.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The fake shop has no port.");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
