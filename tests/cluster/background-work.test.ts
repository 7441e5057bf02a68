import { expect, it } from "vitest";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "../support/api-client";
import { inShop, installPlugin } from "../support/in-shop";
import { kubectl } from "../support/kubectl";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { useFollowedApp } from "../support/use-followed-app";
import { visitShop } from "../support/visit-shop";

const followed = useFollowedApp();

const plugin = `
add_action("init", function () {
    if (isset($_GET["work"])) wp_schedule_single_event(time() + (int) $_GET["work"], "test_work", [$_GET["work"]]);
});
add_action("test_work", fn ($which) => file_put_contents("/var/lib/shop/done-$which", (string) time()));`;

it("scheduled work runs within seconds of its time without the CronJob", async () => {
  const { app, events } = followed;
  const name = freshName("work");
  await createStore(app, name, { type: "wordpress" });
  await untilPhase(events, name, "ready");
  const { body: store } = await request<StoreResource>(app, "GET", `/api/stores/${name}`);
  await kubectl("patch", "cronjob", `${name}-cron`, "-n", `store-${name}`, "-p", '{"spec":{"suspend":true}}');
  await installPlugin(name, "work", plugin);

  const page = await visitShop(`${store.url}/?work=0`);
  expect(page.status).toBe(200);
  await visitShop(`${store.url}/?work=8`);
  // It waits in the container: the files are not watched from outside.
  const waitFor = (file: string) =>
    inShop(
      name,
      "sh",
      "-c",
      'i=0; while [ ! -e "$0" ]; do i=$((i+1)); [ $i -lt 40 ] || exit 1; sleep 1; done; cat "$0"',
      file,
    );
  const scheduled = Math.floor(Date.now() / 1000);
  expect(Number(await waitFor("/var/lib/shop/done-0"))).toBeGreaterThan(0);
  expect(Number(await waitFor("/var/lib/shop/done-8"))).toBeGreaterThanOrEqual(scheduled + 6);
  await deleteStore(app, name);
  await untilForgotten(events, name);
});
