import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PageCacheResource } from "@/lib/http/resources/page-cache-resource";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import type { OpenedAdmin } from "@/lib/services/stores/open-admin";
import { request } from "../support/api-client";
import { installPlugin, inWordPress } from "../support/in-shop";
import { createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { useFollowedApp } from "../support/use-followed-app";
import { type Visit, visitShop } from "../support/visit-shop";

const followed = useFollowedApp();
const name = freshName("pages");
let url: string;

beforeAll(async () => {
  await createStore(followed.app, name, { type: "wordpress" });
  await untilPhase(followed.events, name, "ready");
  url = (await request<StoreResource>(followed.app, "GET", `/api/stores/${name}`)).body.url;
});
afterAll(async () => {
  await deleteStore(followed.app, name);
  await untilForgotten(followed.events, name);
});

const visit = (path: string, cookie?: string): Promise<Visit> =>
  visitShop(`${url}${path}`, cookie === undefined ? {} : { cookie });
const answeredBy = async (path: string, cookie?: string) =>
  (await visit(path, cookie)).headers["x-page-cache"];

/** Opens a page until it comes from the cache: what was changed before may still be removed for a moment. */
async function fill(path: string): Promise<Visit> {
  for (;;) {
    const page = await visit(path);
    if (page.headers["x-page-cache"] === "HIT") return page;
    expect(page.headers["x-page-cache"]).toBe("MISS");
    expect(page.status).toBe(200);
  }
}

const run = (code: string) => inWordPress(name, code);
const callCache = (method: "GET" | "POST" | "DELETE", body?: object) =>
  request<PageCacheResource>(followed.app, method, `/api/stores/${name}/page-cache`, body);

/** The cookies of the owner, signed in to wp-admin. */
async function signInOwner(): Promise<string> {
  const { body } = await request<OpenedAdmin>(followed.app, "POST", `/api/stores/${name}/admin-session`);
  const entered = await visitShop(body.url, { form: body.fields });
  return (entered.headers["set-cookie"] ?? []).map((line) => line.split(";", 1)[0]).join("; ");
}

describe("a page that is kept", () => {
  it.each([
    ["the same page", "/", undefined],
    ["the same page with campaign parameters", "/?utm_source=mail&gclid=1", undefined],
    ["a visitor with cookies of analytics", "/", "_ga=GA1.1; sbjs_first=1; _gid=2"],
  ])("answers %s", async (_, path, cookie) => {
    await fill("/");
    expect(await answeredBy(path, cookie)).toBe("HIT");
  });

  it.each([
    ["a visitor with a cart", "/", "woocommerce_items_in_cart=1; woocommerce_cart_hash=a"],
    ["a visitor with a shop session", "/", "wp_woocommerce_session_1=a"],
    ["somebody who commented", "/", "comment_author_1=Ann"],
    ["a reader of a protected post", "/", "wp-postpass_1=a"],
    ["a visitor with a cookie of an unknown plugin", "/", "_ga=1; member_price=gold"],
    ["a request for the REST API", "/wp-json/", undefined],
  ])("does not answer %s", async (_, path, cookie) => {
    await fill("/");
    expect(await answeredBy(path, cookie)).toBe("BYPASS");
  });

  it.each([
    ["with an unknown parameter", "/?anything=1", "BYPASS"],
    ["that does not exist", "/no-such-page/", "MISS"],
  ])("is no page %s", async (_, path, answered) => {
    expect(await answeredBy(path)).toBe(answered);
    expect(await answeredBy(path)).toBe(answered);
  });

  it("is sent compressed to browsers that accept it", async () => {
    expect((await fill("/")).headers["content-encoding"]).toBeUndefined();
    const headers = { "accept-encoding": "gzip, br" };
    await visitShop(`${url}/`, { headers });
    const compressed = await visitShop(`${url}/`, { headers });
    expect(compressed.headers).toMatchObject({ "x-page-cache": "HIT", "content-encoding": "gzip" });
  });
});

describe("a change of the site is on the next page that is opened", () => {
  it.each([
    ["its title", 'update_option("blogname", "Red Shop");', "Red Shop"],
    [
      "a new post",
      'wp_insert_post(["post_title" => "Fresh news", "post_status" => "publish"]);',
      "Fresh news",
    ],
    [
      "a post's title",
      'wp_update_post(["ID" => get_posts(["numberposts" => 1])[0]->ID, "post_title" => "Corrected news"]);',
      "Corrected news",
    ],
    [
      "a plugin",
      'file_put_contents(WP_PLUGIN_DIR . "/footer.php", "<?php /* Plugin Name: Footer */ add_action(\'wp_footer\', fn () => print(\'Made by us\'));"); update_option("active_plugins", ["footer.php"]);',
      "Made by us",
    ],
  ])("%s", async (_, code, words) => {
    expect((await fill("/")).body).not.toContain(words);
    await run(code);
    expect((await visit("/")).body).toContain(words);
    expect((await fill("/")).body).toContain(words);
  });

  it("and a change of one post leaves the pages that do not show it", async () => {
    await run(
      'wp_insert_post(["post_title" => "About us", "post_name" => "about-us", "post_type" => "page", "post_status" => "publish"]);',
    );
    await fill("/about-us/");
    await run('wp_insert_post(["post_title" => "More news", "post_status" => "publish"]);');
    expect(await answeredBy("/about-us/")).toBe("HIT");
    expect(await answeredBy("/")).toBe("MISS");
  });
});

it("the owner sees their own pages, and no visitor sees the owner's", async () => {
  const cookie = await signInOwner();
  await fill("/");
  const own = await visit("/", cookie);
  expect(own.headers["x-page-cache"]).toBe("BYPASS");
  expect(own.body).toContain("wpadminbar");
  await run('update_option("blogname", "Blue Shop");');
  await visit("/", cookie);
  const first = await visit("/");
  expect(first.headers["x-page-cache"]).toBe("MISS");
  expect(first.body).not.toContain("wpadminbar");
  expect((await fill("/")).body).not.toContain("wpadminbar");
});

it("a page that a plugin makes for one visitor is not kept", async () => {
  await installPlugin(
    name,
    "greeting",
    `add_action("template_redirect", function () {
      if (isset($_GET["p"])) { setcookie("greeted", "1"); }
      if (isset($_GET["s"])) { wp_is_mobile(); }
      if (isset($_GET["cat"])) { define("DONOTCACHEPAGE", true); }
      if (isset($_GET["tag"])) { header("Cache-Control: private"); }
    });`,
  );
  const paths = ["/?p=1", "/?s=news", "/?cat=1", "/?tag=none"];
  for (const path of paths) {
    await visit(path);
    expect([path, await answeredBy(path)]).toEqual([path, "MISS"]);
  }
});

it("is cleared, counted and turned off in Storeyard", async () => {
  await fill("/");
  expect((await callCache("DELETE")).status).toBe(200);
  expect(await answeredBy("/")).toBe("MISS");
  await fill("/");
  const { body: counted } = await callCache("GET");
  expect(counted).toMatchObject({ on: true, replaced: false });
  expect(counted.hits).toBeGreaterThan(0);
  expect(counted.misses).toBeGreaterThan(0);
  expect((await callCache("POST", { on: false })).body).toMatchObject({ on: false });
  expect(await answeredBy("/")).toBe("MISS");
  expect(await answeredBy("/")).toBe("MISS");
  await callCache("POST", { on: true });
  await fill("/");
});
