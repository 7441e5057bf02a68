import { expect, it } from "vitest";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import type { OpenedAdmin } from "@/lib/services/stores/open-admin";
import { request } from "../support/api-client";
import { bestType, createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { useFollowedApp } from "../support/use-followed-app";
import { type Visit, visitShop } from "../support/visit-shop";

const followed = useFollowedApp();

interface Credentials {
  username: string;
  password: string;
}

const cookiesOf = ({ headers }: Visit) =>
  (headers["set-cookie"] ?? []).map((line) => line.split(";", 1)[0]).join("; ");

/** Creates a store, calls `use` with its address and a browser session of its owner, and deletes it. */
async function withOwner(
  type: string,
  use: (store: StoreResource, cookie: string) => Promise<void>,
): Promise<void> {
  const { app, events } = followed;
  const name = freshName("password");
  await createStore(app, name, { type });
  await untilPhase(events, name, "ready");
  const { body: store } = await request<StoreResource>(app, "GET", `/api/stores/${name}`);
  const { body: opened } = await request<OpenedAdmin>(app, "POST", `/api/stores/${name}/admin-session`);
  await use(store, cookiesOf(await visitShop(opened.url, { form: opened.fields })));
  await deleteStore(app, name);
  await untilForgotten(events, name);
}

const postTo = (name: string, path: string) =>
  request<Credentials>(followed.app, "POST", `/api/stores/${name}/${path}`);

it.concurrent("a new password for wp-admin signs in, the generated one and the open session end", async () => {
  await withOwner(bestType(), async ({ name, url }, cookie) => {
    const { body: generated } = await postTo(name, "admin-password");
    expect((await visitShop(`${url}/wp-admin/`, { cookie })).status).toBe(200);
    const { status, body: reset } = await postTo(name, "admin-password/reset");
    expect(status).toBe(200);
    expect(reset.username).toBe(generated.username);

    expect((await visitShop(`${url}/wp-admin/`, { cookie })).status).toBe(302);
    const signIn = (pwd: string) =>
      visitShop(`${url}/wp-login.php`, {
        form: { log: reset.username, pwd, testcookie: "1" },
        cookie: "wordpress_test_cookie=WP%20Cookie%20check",
      });
    expect((await signIn(reset.password)).status).toBe(302);
    expect((await signIn(generated.password)).status).toBe(200);
  });
});

it.concurrent("a new password for Medusa Admin signs in, the generated one and the open session end", async () => {
  await withOwner("medusa", async ({ name, url }, cookie) => {
    const { body: generated } = await postTo(name, "admin-password");
    expect((await visitShop(`${url}/admin/users/me`, { cookie })).status).toBe(200);
    const { status, body: reset } = await postTo(name, "admin-password/reset");
    expect(status).toBe(200);
    expect(reset.username).toBe(generated.username);

    expect((await visitShop(`${url}/admin/users/me`, { cookie })).status).toBe(401);
    const signIn = (password: string) =>
      visitShop(`${url}/auth/user/emailpass`, { form: { email: reset.username, password } });
    expect((await signIn(reset.password)).status).toBe(200);
    expect((await signIn(generated.password)).status).toBe(401);
  });
});
