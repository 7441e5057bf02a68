import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { readVersions as readMedusa } from "./medusa/read-versions";
import { readVersions as readWordpress } from "./wordpress/read-versions";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A shop that reports these versions at its engine's path to requests with its key. */
async function shopThatSays(path: string, header: [string, string], said: object) {
  const server = createServer((request, response) => {
    const knows = request.url === path && request.headers[header[0]] === header[1];
    response.writeHead(knows ? 200 : 404).end(JSON.stringify(said));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  closing.push(() => server.close());
  return {
    ingressOrigin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    host: "store-blue.localhost:8080",
    platformKey: "the-key",
    signal: new AbortController().signal,
  };
}

const wordpressPath = "/wp-json/storeyard/v1/status";
const wordpressKey: [string, string] = ["x-storeyard-key", "the-key"];

test("WooCommerce is listed first, then WordPress, then the other software", async () => {
  const shop = await shopThatSays(wordpressPath, wordpressKey, {
    wordpress: "6.8.3",
    woocommerce: "9.5.1",
    mariadb: "11.8.3",
    php: "8.4.11",
    setup: true,
  });
  expect(await readWordpress(shop)).toEqual([
    { name: "WooCommerce", version: "9.5.1" },
    { name: "WordPress", version: "6.8.3" },
    { name: "PHP", version: "8.4.11" },
    { name: "MariaDB", version: "11.8.3" },
  ]);
});

test("a site without WooCommerce does not list it", async () => {
  const shop = await shopThatSays(wordpressPath, wordpressKey, { wordpress: "6.8.3", woocommerce: null });
  expect(await readWordpress(shop)).toEqual([{ name: "WordPress", version: "6.8.3" }]);
});

test("a Medusa shop reports the versions of Medusa, Node.js and PostgreSQL", async () => {
  const key: [string, string] = ["authorization", `Basic ${btoa("the-key:")}`];
  const said = { medusa: "2.18.0", node: "20.19.2", postgres: "17.6" };
  const shop = await shopThatSays("/admin/storeyard/status", key, said);
  expect(await readMedusa(shop)).toEqual([
    { name: "Medusa", version: "2.18.0" },
    { name: "Node.js", version: "20.19.2" },
    { name: "PostgreSQL", version: "17.6" },
  ]);
});

test("a shop whose image lacks the endpoint reports no versions", async () => {
  const shop = await shopThatSays("/elsewhere", wordpressKey, {});
  await expect(readMedusa(shop)).rejects.toThrow(/answered 404/);
});
