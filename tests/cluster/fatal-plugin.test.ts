import { afterAll, beforeAll, expect, it } from "vitest";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import type { OpenedAdmin } from "@/lib/services/stores/open-admin";
import { request } from "../support/api-client";
import { type Follower, followEvents } from "../support/follow-events";
import { inShop, installPlugin } from "../support/in-shop";
import { startApp, type TestApp } from "../support/start-app";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
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

it("a failing plugin makes the store unready with file and line, safe mode opens wp-admin, and the store is ready again without the plugin", async () => {
  const name = freshName("fatal");
  await createStore(app, name);
  await untilPhase(events, name, "ready");
  await installPlugin(name, "broken", "boom();");
  await untilPhase(events, name, "unready");
  const { body: store } = await request<StoreResource>(app, "GET", `/api/stores/${name}`);
  expect(store.cause).toMatchObject({
    code: "application_error",
    component: "shop",
    message: expect.stringContaining("plugins/broken/broken.php:3"),
    detail: expect.stringContaining("boom()"),
  });
  expect((await visitShop(`${store.url}/`)).status).toBe(500);

  const { body: opened } = await request<OpenedAdmin>(
    app,
    "POST",
    `/api/stores/${name}/admin-session?safeMode=true`,
  );
  const entered = await visitShop(opened.url, { form: opened.fields });
  expect(entered.status).toBe(303);
  const cookie = (entered.headers["set-cookie"] ?? []).map((line) => line.split(";", 1)[0]).join("; ");
  const plugins = await visitShop(`${store.url}/wp-admin/plugins.php`, { cookie });
  expect(plugins.status).toBe(200);
  expect(plugins.body).toContain("Safe mode is on");
  expect(plugins.body).toContain("plugin=broken%2Fbroken.php");

  // Safe mode for everybody: visitors see the shop while the plugin is repaired.
  const { status } = await request(app, "POST", `/api/stores/${name}/safe-mode`, { on: true });
  expect(status).toBe(200);
  expect((await visitShop(`${store.url}/`)).status).toBe(200);
  await request(app, "POST", `/api/stores/${name}/safe-mode`, { on: false });
  expect((await visitShop(`${store.url}/`)).status).toBe(500);

  const before = events.seen.at(-1)?.seq ?? 0;
  await inShop(name, "rm", "-r", "/var/lib/shop/plugins/broken");
  await events.until(
    `${name} to be ready again`,
    ({ seq, storeName, detail }) =>
      seq > before && storeName === name && detail.kind === "store.phase" && detail.phase === "ready",
    120_000,
  );
  expect((await visitShop(`${store.url}/`)).status).toBe(200);
  await deleteStore(app, name);
  await untilForgotten(events, name);
});
