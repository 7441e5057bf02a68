import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "../support/api-client";
import { kubectl, namespaceExists } from "../support/kubectl";
import {
  basic,
  bearer,
  buyMug,
  openAdminSession,
  readSecrets,
  shopAt,
  signInToAdmin,
  uploadFile,
} from "../support/medusa-shop";
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

  it.each(["products"])("downloads an export of its %s to users of the admin alone", async (what) => {
    const shop = shopAt(await urlOf(name));
    const { "admin-password": password = "" } = await readSecrets(name);
    const token = await signInToAdmin(shop, adminEmail, password);
    const cookie = await openAdminSession(shop, token);
    await shop.expect("Exporting", 202, `/admin/${what}/export`, {
      method: "POST",
      headers: { cookie },
      body: {},
    });
    const link = new RegExp(`/static/private-\\d+-\\d+-${what.slice(0, -1)}-exports\\.csv$`);
    const readNotifications = async () => {
      const { json } = await shop.expect<{
        notifications: { data: { description: string; file?: { url: string } } }[];
      }>("Listing the notifications", 200, "/admin/notifications?order=-created_at&limit=5", {
        headers: { cookie },
      });
      return json.notifications.map(({ data }) => data.file?.url ?? data.description);
    };
    // A failed export is in the list too, with its reason.
    await expect
      .poll(readNotifications, { timeout: 60_000, interval: 500 })
      .toContainEqual(expect.stringMatching(link));
    const { pathname } = new URL((await readNotifications()).find((each) => link.test(each)) ?? "");

    expect((await shop.send(pathname)).status).toBe(401);
    const download = await shop.send(pathname, { headers: { cookie } });
    expect(download).toMatchObject({
      status: 200,
      text: expect.stringContaining("stoneware-mug"),
      headers: {
        "content-type": expect.stringContaining("text/csv"),
        "content-disposition": expect.stringMatching(/^attachment; filename="\d+-\w+-exports\.csv"$/),
        "cache-control": "private, no-store",
      },
    });
    expect((await shop.send(pathname, { headers: bearer(token) })).status).toBe(200);
    const missing = "/static/private-1-none.csv";
    expect((await shop.send(missing)).status).toBe(401);
    expect((await shop.send(missing, { headers: { cookie } })).status).toBe(404);
    const outside = `/static/private-1-${encodeURIComponent("../../public/dome-lamp-ink.webp")}`;
    expect((await shop.send(outside, { headers: { cookie } })).status).toBe(404);
    expect((await shop.send("/static/none.webp")).status).toBe(404);
    expect((await shop.send("/static/dome-lamp-ink.webp")).status).toBe(200);
  });

  it("keeps the file of an import and an uploaded picture, and publishes the picture alone", async () => {
    const url = await urlOf(name);
    const shop = shopAt(url);
    const { "admin-password": password = "" } = await readSecrets(name);
    const headers = bearer(await signInToAdmin(shop, adminEmail, password));
    const upload = (filename: string, type: string) =>
      uploadFile(url, headers, new File(["handle,title\n"], filename, { type }));
    const table = await upload("products.csv", "text/csv");
    const picture = await upload("picture.png", "image/png");
    expect((await shop.send(table)).status).toBe(401);
    expect((await shop.send(table, { headers })).status).toBe(200);
    expect((await shop.send(picture)).status).toBe(200);
  });

  it("ends tokens, sessions, secret keys and invitations of its owner account", async () => {
    const shop = shopAt(await urlOf(name));
    const secrets = await readSecrets(name);
    const token = await signInToAdmin(shop, adminEmail, secrets["admin-password"] ?? "");
    const cookie = await openAdminSession(shop, token);
    const createKey = async (headers: Record<string, string>, title: string) => {
      const { json } = await shop.expect<{ api_key: { token: string } }>(
        "Creating a key",
        200,
        "/admin/api-keys",
        {
          ...{ method: "POST" as const, headers, body: { title, type: "secret" } },
        },
      );
      return json.api_key.token;
    };
    const key = await createKey({ cookie }, "mine");
    const second = await createKey(basic(key), "made with the first");
    await shop.expect("Inviting", 200, "/admin/invites", {
      ...{ method: "POST" as const, headers: { cookie }, body: { email: "friend@example.com" } },
    });
    const accesses = { token: bearer(token), session: { cookie }, key: basic(key), second: basic(second) };
    const statuses = async () => {
      const found = Object.entries(accesses).map(
        async ([each, headers]) => [each, (await shop.send("/admin/orders", { headers })).status] as const,
      );
      return Object.fromEntries(await Promise.all(found));
    };
    expect(await statuses()).toEqual({ token: 200, session: 200, key: 200, second: 200 });

    await request(followed.app, "POST", `/api/stores/${name}/admin-sessions/end`);
    await followed.events.until(
      "the sessions to be ended",
      ({ storeName, detail }) =>
        storeName === name &&
        detail.kind === "operation.finished" &&
        detail.operation === "end-admin-sessions",
    );
    expect(await statuses()).toEqual({ token: 401, session: 401, key: 401, second: 401 });
    const renewed = await shop.send("/auth/token/refresh", { method: "POST", headers: bearer(token) });
    expect(renewed.status).toBe(401);
    const platform = { headers: basic(secrets["platform-key"]) };
    expect(await shop.expect("Listing the invitations", 200, "/admin/invites", platform)).toMatchObject({
      json: { count: 0 },
    });

    const { body } = await request<{ username: string; password: string }>(
      followed.app,
      "POST",
      `/api/stores/${name}/admin-password/reset`,
    );
    const fresh = await signInToAdmin(shop, body.username, body.password);
    expect((await shop.send("/admin/orders", { headers: bearer(fresh) })).status).toBe(200);
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

    expect((await there.send("/admin/orders", { headers: bearer(token) })).status).toBe(401);
    const cookie = await openAdminSession(here, token);
    expect((await here.send("/admin/orders", { headers: { cookie } })).status).toBe(200);
    expect((await there.send("/admin/orders", { headers: { cookie } })).status).toBe(401);

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
