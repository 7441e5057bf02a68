import { afterAll, beforeAll, expect, it } from "vitest";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "../support/api-client";
import { type Follower, followEvents } from "../support/follow-events";
import { startApp, type TestApp } from "../support/start-app";
import { bestType, createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { visitShop } from "../support/visit-shop";

let app: TestApp;
let events: Follower;
beforeAll(async () => {
  app = await startApp();
  events = await followEvents(app);
});
afterAll(async () => {
  events.close();
  await app.close();
});

it("a start with another domain is refused; with MOVE_STORES every store is served and verified at its new address", async () => {
  const shops = [
    { name: freshName("move"), type: bestType() },
    { name: freshName("move"), type: "medusa" },
  ];
  for (const { name, type } of shops) await createStore(app, name, { type });
  await Promise.all(shops.map(({ name }) => untilPhase(events, name, "ready")));
  const previous = await Promise.all(shops.map(({ name }) => getStore(name)));
  const lastEventId = events.seen.at(-1)?.seq ?? 0;
  events.close();
  await app.stop();

  await expect(app.restart({ STORE_DOMAIN: "moved.localhost" })).rejects.toThrow("set MOVE_STORES=true");
  await app.restart({ MOVE_STORES: "true" });
  events = await followEvents(app, { lastEventId });
  await Promise.all(
    shops.map(({ name }) =>
      events.until(
        `${name} to be moved`,
        ({ storeName, detail }) =>
          storeName === name && detail.kind === "operation.finished" && detail.operation === "change-address",
        240_000,
      ),
    ),
  );

  for (const { name, url: old } of previous) {
    const { url, phase } = await getStore(name);
    expect({ url, phase }).toEqual({
      url: old.replace(`store-${name}.localhost`, `store-${name}.moved.localhost`),
      phase: "ready",
    });
    const page = await visitShop(`${url}/`);
    expect(page.status).toBe(200);
    expect(page.body).not.toContain(new URL(old).host);
    expect((await visitShop(`${old}/`)).status).toBe(404);
  }
  for (const { name } of shops) await deleteStore(app, name);
  await Promise.all(shops.map(({ name }) => untilForgotten(events, name)));
});

async function getStore(name: string): Promise<StoreResource> {
  return (await request<StoreResource>(app, "GET", `/api/stores/${name}`)).body;
}
