import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RuntimeSettingsResource } from "@/lib/http/resources/runtime-settings-resource";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { request } from "../support/api-client";
import { inShop, inWordPress } from "../support/in-shop";
import { bestType, createStore, deleteStore, freshName, untilForgotten, untilPhase } from "../support/stores";
import { useFollowedApp } from "../support/use-followed-app";
import { visitShop } from "../support/visit-shop";

const followed = useFollowedApp();
const storefront = "https://front.example.com";
const stranger = "https://other.example.com";

/** Changes the settings and waits for the end of the operation. */
async function change(name: string, settings: object): Promise<void> {
  const { app, events } = followed;
  const path = `/api/stores/${name}/runtime-settings`;
  const answer = await request<RuntimeSettingsResource>(app, "PATCH", path, settings);
  expect(answer.status).toBe(202);
  const operationId = answer.headers.get("location")?.split("/").at(-1);
  const { detail } = await events.until(
    `the settings of ${name} to be changed`,
    (event) =>
      event.operationId === operationId &&
      (event.detail.kind === "operation.finished" || event.detail.kind === "operation.failed"),
    200_000,
  );
  expect(detail).toMatchObject({ kind: "operation.finished" });
}

/** The headers that let a page of this origin use the path; undefined where it may not. */
async function preflight(url: string, path: string, origin: string) {
  const { headers } = await visitShop(`${url}${path}`, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type,cart-token",
    },
  });
  return {
    origin: headers["access-control-allow-origin"],
    credentials: headers["access-control-allow-credentials"],
  };
}

async function startStore(name: string, type: string): Promise<string> {
  await createStore(followed.app, name, { type });
  await untilPhase(followed.events, name, "ready", 240_000);
  return (await request<StoreResource>(followed.app, "GET", `/api/stores/${name}`)).body.url;
}

async function endStore(name: string): Promise<void> {
  await deleteStore(followed.app, name);
  await untilForgotten(followed.events, name);
}

const allowed = { origin: storefront, credentials: "true" };
const refused = { origin: undefined, credentials: undefined };

describe("runtime settings of a WordPress store", () => {
  const name = freshName("settings");
  const type = bestType();
  const api = type === "woocommerce" ? "/wp-json/wc/store/v1/cart" : "/wp-json/wp/v2/posts";
  let url = "";
  beforeAll(async () => {
    url = await startStore(name, type);
  });
  afterAll(() => endStore(name));

  const readLimits = () =>
    inShop(
      name,
      "php",
      "-r",
      'echo json_encode(array_map("ini_get", ["upload_max_filesize", "post_max_size", "memory_limit", "max_input_vars", "max_execution_time"]));',
    ).then((text) => JSON.parse(text));
  /** As PHP answers visitors. */
  const readServed = async () => {
    const code = `<?php echo json_encode(array_map("ini_get", ["upload_max_filesize", "post_max_size", "memory_limit", "max_input_vars", "max_execution_time"]));`;
    await inShop(name, "sh", "-c", 'printf %s "$0" > /var/lib/shop/limits.php', code);
    return JSON.parse((await visitShop(`${url}/wp-content/limits.php`)).body);
  };
  const readConstants = async () =>
    JSON.parse(
      await inWordPress(
        name,
        "echo json_encode([WP_POST_REVISIONS, WP_DEBUG, WP_DEBUG_DISPLAY, WP_MEMORY_LIMIT, DB_NAME]);",
      ),
    );

  it("are the image's defaults at first", async () => {
    expect(await readServed()).toEqual(["64M", "72M", "256M", "5000", "120"]);
    expect(await readConstants()).toEqual([10, false, false, "256M", "wordpress"]);
  });

  it("reach PHP, wp-config and the answers to other origins", async () => {
    await change(name, {
      php: { uploadMib: 100, memoryMib: 320, maxExecutionSeconds: 200, maxInputVars: 9_000 },
      allowedOrigins: [storefront],
      constants: { WP_POST_REVISIONS: 3, WP_DEBUG: true },
    });
    expect(await readServed()).toEqual(["100M", "108M", "320M", "9000", "200"]);
    // Programs in the container, such as WP-CLI, have no time limit.
    expect(await readLimits()).toEqual(["100M", "108M", "320M", "9000", "0"]);
    expect(await readConstants()).toEqual([3, true, false, "320M", "wordpress"]);
    expect(await preflight(url, api, storefront)).toEqual(allowed);
    expect(await preflight(url, api, stranger)).toEqual(refused);
    const { headers } = await visitShop(`${url}${api}`, { headers: { origin: storefront } });
    expect(headers).toMatchObject({
      "access-control-allow-origin": storefront,
      "access-control-expose-headers": expect.stringContaining("Cart-Token"),
      vary: expect.stringContaining("Origin"),
    });
    const other = await visitShop(`${url}${api}`, { headers: { origin: stranger } });
    expect(Object.keys(other.headers).filter((header) => header.startsWith("access-control-"))).toEqual([]);
    expect(other.headers).toMatchObject({ vary: expect.stringContaining("Origin") });
  });

  it("are the image's defaults again after a reset", async () => {
    await change(name, { php: {}, allowedOrigins: [], constants: {} });
    expect(await readServed()).toEqual(["64M", "72M", "256M", "5000", "120"]);
    expect(await readConstants()).toEqual([10, false, false, "256M", "wordpress"]);
    const { body } = await request<StoreResource>(followed.app, "GET", `/api/stores/${name}`);
    expect(body).toMatchObject({ phase: "ready", cause: null });
  });
});

it("an allowed origin may use the Store API of a Medusa shop, but not its admin API", async () => {
  const name = freshName("settings");
  const url = await startStore(name, "medusa");
  expect(await preflight(url, "/store/carts", storefront)).not.toMatchObject({ origin: storefront });
  await change(name, { allowedOrigins: [storefront] });
  expect(await preflight(url, "/store/carts", storefront)).toEqual(allowed);
  expect(await preflight(url, "/auth/customer/emailpass", storefront)).toEqual(allowed);
  expect(await preflight(url, "/store/carts", stranger)).not.toMatchObject({ origin: stranger });
  expect(await preflight(url, "/admin/products", storefront)).not.toMatchObject({ origin: storefront });
  await endStore(name);
});
