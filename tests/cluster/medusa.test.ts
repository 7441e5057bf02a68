import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "../support/api-client";
import { kubectl, namespaceExists } from "../support/kubectl";
import { buyMug, readSecrets, shopAt, signInToAdmin } from "../support/medusa-shop";
import { adminEmail } from "../support/start-app";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { useFollowedApp } from "../support/use-followed-app";

const followed = useFollowedApp();

const urlOf = async (name: string) =>
  (await request<StoreResource>(followed.app, "GET", `/api/stores/${name}`)).body.url;

/** Ends both pods of a store at once, as a machine that fails would. */
const killPods = (name: string) =>
  kubectl(
    "delete",
    "pod",
    "-n",
    `store-${name}`,
    "-l",
    `storeyard.dev/store=${name}`,
    "--grace-period=0",
    "--force",
  );

describe("a Medusa store whose pods are killed", () => {
  const name = freshName("medusa");
  let orderPath: string;

  it("during its set-up becomes ready, without a trace of the test order", async () => {
    await createStore(followed.app, name, { type: "medusa", country: "DE", currency: "EUR", title: "Mugs" });
    await followed.events.until(
      "the pods to be there",
      ({ storeName, detail }) =>
        storeName === name && detail.kind === "step.started" && detail.step === "shop",
    );
    await kubectl(
      "wait",
      "pod",
      "-n",
      `store-${name}`,
      "-l",
      `storeyard.dev/store=${name}`,
      "--for=create",
      "--timeout=60s",
    );
    await killPods(name);
    await untilPhase(followed.events, name, "ready");
    const shop = shopAt(await urlOf(name));
    const front = await shop.send("/");
    expect(front).toMatchObject({ status: 200, text: expect.stringContaining("Stoneware mug") });
    expect(front.text).toContain("Mugs");
    expect(front.text).toContain("€24.00");
    expect(front.text).not.toMatch(/proof|Test order/i);
  });

  it("after it was ready becomes ready again and keeps its orders", async () => {
    const shop = shopAt(await urlOf(name));
    orderPath = await buyMug(shop, "de");
    expect((await shop.send(orderPath)).text).toMatch(/Order #(<!-- -->)?1</);
    const before = followed.events.seen.at(-1)?.seq ?? 0;
    await killPods(name);
    for (const phase of ["unready", "ready"]) {
      await followed.events.until(
        `the store to be ${phase}`,
        ({ seq, storeName, detail }) =>
          seq > before && storeName === name && detail.kind === "store.phase" && detail.phase === phase,
      );
    }
    expect(await shop.send(orderPath)).toMatchObject({ status: 200, text: expect.stringContaining("Ada") });
    const { "admin-password": password = "" } = await readSecrets(name);
    const token = await signInToAdmin(shop, adminEmail, password);
    const { json } = await shop.expect<{ orders: { email: string }[]; count: number }>(
      "Listing the orders",
      200,
      "/admin/orders?fields=id,email",
      { headers: { authorization: `Bearer ${token}` } },
    );
    expect(json).toMatchObject({ count: 1, orders: [{ email: "ada@example.com" }] });
  });

  it("is deleted with its namespace", async () => {
    await deleteStore(followed.app, name);
    await untilForgotten(followed.events, name);
    expect(await namespaceExists(`store-${name}`)).toBe(false);
  });
});

describe("two Medusa stores and a WordPress store", () => {
  const [one, two, site] = [freshName("one"), freshName("two"), freshName("site")];

  beforeAll(async () => {
    await createStore(followed.app, one, { type: "medusa" });
    await createStore(followed.app, two, { type: "medusa", sampleProduct: false });
    await createStore(followed.app, site, { type: "wordpress" });
    for (const name of [one, two, site]) await untilPhase(followed.events, name, "ready");
  });
  afterAll(async () => {
    for (const name of [one, two, site]) await deleteStore(followed.app, name);
    for (const name of [one, two, site]) await untilForgotten(followed.events, name);
  });

  it("share no secret", async () => {
    const secrets = await Promise.all([one, two, site].map(readSecrets));
    const values = secrets.flatMap((held) => Object.values(held));
    expect(new Set(values).size).toBe(values.length);
  });

  it("refuse the password, token, cookie and key of another store", async () => {
    const [here, there] = [shopAt(await urlOf(one)), shopAt(await urlOf(two))];
    const [mine, others] = [await readSecrets(one), await readSecrets(two)];
    const token = await signInToAdmin(here, adminEmail, mine["admin-password"] ?? "");
    expect(token).toEqual(expect.any(String));
    expect(await signInToAdmin(there, adminEmail, mine["admin-password"] ?? "")).toBe(401);

    const bearer = { authorization: `Bearer ${token}` };
    expect((await there.send("/admin/orders", { headers: bearer })).status).toBe(401);
    const session = await here.send("/auth/session", { method: "POST", headers: bearer });
    const cookie = [session.headers["set-cookie"] ?? []].flat()[0]?.split(";")[0] ?? "";
    expect((await here.send("/admin/orders", { headers: { cookie } })).status).toBe(200);
    expect((await there.send("/admin/orders", { headers: { cookie } })).status).toBe(401);

    const basic = (key = "") => ({ authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` });
    expect((await here.send("/admin/orders", { headers: basic(mine["platform-key"]) })).status).toBe(200);
    expect((await here.send("/admin/orders", { headers: basic(others["platform-key"]) })).status).toBe(401);
    const asked = { headers: { "x-publishable-api-key": mine["publishable-key"] ?? "" } };
    expect((await here.send("/store/products", asked)).status).toBe(200);
    expect((await there.send("/store/products", asked)).status).toBe(400);
  });

  it("share no data", async () => {
    const [here, there] = [shopAt(await urlOf(one)), shopAt(await urlOf(two))];
    const orderPath = await buyMug(here, "us");
    expect((await here.send(orderPath)).status).toBe(200);
    expect((await there.send(orderPath)).status).toBe(404);
    expect((await there.send("/")).text).toContain("There are no products yet");
    expect((await there.send("/products/stoneware-mug")).status).toBe(404);
    expect((await shopAt(await urlOf(site)).send("/")).status).toBe(200);
  });
});
