import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "../support/api-client";
import { kubectl } from "../support/kubectl";
import { bestType, createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { useFollowedApp } from "../support/use-followed-app";
import { visitShop } from "../support/visit-shop";

const followed = useFollowedApp();

const readSecret = (name: string) =>
  kubectl("get", "secret", "store-credentials", "-n", `store-${name}`, "-o", "jsonpath={.data}");

it.each([bestType(), "medusa"])(
  "the database of a %s store gets a new password under load, and every later page works",
  async (type) => {
    const { app, events } = followed;
    const name = freshName("rotate");
    await createStore(app, name, { type });
    await untilPhase(events, name, "ready", 240_000);
    const { body: store } = await request<StoreResource>(app, "GET", `/api/stores/${name}`);
    const before = JSON.parse(await readSecret(name)) as Record<string, string>;

    let visiting = true;
    const visits: { at: number; status: number }[] = [];
    const visitors = (async () => {
      while (visiting) {
        const at = Date.now();
        const { status } = await visitShop(`${store.url}/`).catch(() => ({ status: 0 }));
        visits.push({ at, status });
        await delay(200);
      }
    })();
    const { status } = await request(app, "POST", `/api/stores/${name}/database-password/rotate`);
    expect(status).toBe(202);
    await events.until(
      `the password of ${name} to be replaced`,
      ({ storeName, detail }) =>
        storeName === name &&
        detail.kind === "operation.finished" &&
        detail.operation === "rotate-database-password",
      240_000,
    );
    const finished = Date.now();
    while (visits.filter(({ at }) => at > finished).length < 20) await delay(100);
    visiting = false;
    await visitors;

    expect(visits.filter(({ at, status }) => at > finished && status !== 200)).toEqual([]);
    const after = JSON.parse(await readSecret(name)) as Record<string, string>;
    expect(after["database-password"]).not.toBe(before["database-password"]);
    expect({ ...after, "database-password": "" }).toEqual({ ...before, "database-password": "" });
    await deleteStore(app, name);
    await untilForgotten(events, name);
  },
);
