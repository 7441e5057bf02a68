import { expect, it } from "vitest";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import type { OpenedAdmin } from "@/lib/services/stores/open-admin";
import { request } from "../support/api-client";
import { inWordPress } from "../support/in-shop";
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

/**
 * Gives an application password and a key of WooCommerce's REST API to the owner, and another key to a new account. The keys'
 * table also exists without WooCommerce, after the plugin was removed.
 */
const giveKeys = `
  $owner = get_user_by("login", getenv("STORE_ADMIN_USER"))->ID;
  WP_Application_Passwords::create_new_application_password($owner, ["name" => "till"]);
  $keys = $wpdb->prefix . "woocommerce_api_keys";
  $wpdb->query("CREATE TABLE IF NOT EXISTS $keys (user_id bigint, permissions varchar(10), consumer_key char(64),
    consumer_secret char(43), truncated_key char(7))");
  foreach ([$owner, wp_create_user("clerk", wp_generate_password())] as $user) {
    $wpdb->insert($keys, ["user_id" => $user, "permissions" => "read_write", "consumer_key" => "ck_$user",
      "consumer_secret" => "cs_$user", "truncated_key" => "$user"]);
  }`;
const countKeys = `
  $owner = get_user_by("login", getenv("STORE_ADMIN_USER"))->ID;
  echo json_encode([
    "passwords" => count(WP_Application_Passwords::get_user_application_passwords($owner)),
    "keys" => (int) $wpdb->get_var("SELECT COUNT(*) FROM {$wpdb->prefix}woocommerce_api_keys WHERE user_id = $owner"),
    "others" => (int) $wpdb->get_var("SELECT COUNT(*) FROM {$wpdb->prefix}woocommerce_api_keys WHERE user_id <> $owner"),
  ]);`;

it.concurrent("the end of all sessions revokes what wp-admin's owner gave to other programs", async () => {
  await withOwner(bestType(), async ({ name, url }, cookie) => {
    const count = async () => JSON.parse(await inWordPress(name, countKeys));
    await inWordPress(name, giveKeys);
    expect(await count()).toEqual({ passwords: 1, keys: 1, others: 1 });
    await postTo(name, "admin-sessions/end");
    await followed.events.until(
      "the sessions to be ended",
      ({ storeName, detail }) =>
        storeName === name &&
        detail.kind === "operation.finished" &&
        detail.operation === "end-admin-sessions",
    );
    expect(await count()).toEqual({ passwords: 0, keys: 0, others: 1 });
    expect((await visitShop(`${url}/wp-admin/`, { cookie })).status).toBe(302);
  });
});
