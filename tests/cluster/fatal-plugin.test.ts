import { afterAll, beforeAll, expect, it } from "vitest";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import type { OpenedAdmin } from "@/lib/services/stores/open-admin";
import { request } from "../support/api-client";
import { type Follower, followEvents } from "../support/follow-events";
import { kubectl } from "../support/kubectl";
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

const folder = "/var/lib/shop/plugins/broken";
/** Activates the plugin as wp-admin would, without loading it. */
const activate = `require "/var/www/html/wp-load.php";
  update_option("active_plugins", [...get_option("active_plugins"), "broken/broken.php"]);`;
const fatal = "<?php\n/* Plugin Name: Broken */\nboom();\n";

it("a plugin that fails makes the store unready with its file and line; safe mode opens wp-admin; without it the store is ready again", async () => {
  const name = freshName("fatal");
  await createStore(app, name);
  await untilPhase(events, name, "ready");
  const inShop = (...command: string[]) =>
    kubectl("exec", "-n", `store-${name}`, `deployment/${name}-shop`, "-c", "shop", "--", ...command);

  await inShop("sh", "-c", 'mkdir -p "$0" && printf %s "$1" > "$0/broken.php"', folder, fatal);
  await inShop("php", "-r", activate);
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
  expect(plugins.body).toContain("Broken");

  const before = events.seen.at(-1)?.seq ?? 0;
  await inShop("rm", "-r", folder);
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
