import { request } from "undici";
import { Shopper } from "@/lib/engines/medusa/shopper";
import { ShopClient } from "@/lib/engines/shop-client";
import { kubectl } from "./kubectl";
import { readTestInstallation } from "./test-installation";

/** The values of a store's Secret, by key. */
export async function readSecrets(name: string): Promise<Record<string, string>> {
  const secret = await kubectl("get", "secret", "store-credentials", "-n", `store-${name}`, "-o", "json");
  const { data } = JSON.parse(secret) as { data: Record<string, string> };
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, Buffer.from(value, "base64").toString("utf8")]),
  );
}

/** Sends requests to a shop through the ingress, by its host name. */
export function shopAt(url: string): ShopClient {
  return new ShopClient({
    ingressOrigin: readTestInstallation().env.INGRESS_ORIGIN as string,
    host: new URL(url).host,
    platformKey: "",
    signal: new AbortController().signal,
  });
}

/** Buys a mug on the shop's pages. Returns the path of the order's page. */
export async function buyMug(shop: ShopClient, country: string): Promise<string> {
  const shopper = new Shopper(shop);
  const page = await shopper.open("Opening the mug's page", "/products/stoneware-mug");
  const variant = /name="variant" value="(\w+)"/.exec(page)?.[1] ?? "";
  const send = (action: string, form: Record<string, string>, next: RegExp) =>
    shopper.send(action, `/actions/${action}`, form, next);
  await send("add-to-cart", { variant, quantity: "1" }, /^\/cart$/);
  const address = {
    email: "ada@example.com",
    first_name: "Ada",
    last_name: "Lovelace",
    address_1: "1 Test Street",
    postal_code: "10115",
    city: "Berlin",
    country_code: country,
  };
  await send("give-address", address, /^\/checkout\/delivery$/);
  const deliveries = await shopper.open("Seeing the deliveries", "/checkout/delivery");
  const option = /value="(so_\w+)"/.exec(deliveries)?.[1] ?? "";
  await send("choose-delivery", { option }, /^\/checkout\/payment$/);
  const placed = await send("place-order", {}, /^\/orders\/order_\w+\?/);
  return placed.slice(0, placed.indexOf("?"));
}

/** A token of the shop's admin, or the status with which the sign-in was refused. */
export async function signInToAdmin(shop: ShopClient, email: string, password: string) {
  const { status, text } = await shop.send("/auth/user/emailpass", {
    method: "POST",
    body: { email, password },
  });
  return status === 200 ? (JSON.parse(text) as { token: string }).token : status;
}

export const bearer = (token: unknown) => ({ authorization: `Bearer ${token}` });
export const basic = (key = "") => ({ authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` });

/** Signs a token in to the shop's admin as a browser does. Returns the Cookie header of its session. */
export async function openAdminSession(shop: ShopClient, token: unknown): Promise<string> {
  const session = await shop.send("/auth/session", { method: "POST", headers: bearer(token) });
  return [session.headers["set-cookie"] ?? []].flat()[0]?.split(";")[0] ?? "";
}

/** Uploads a file to the shop's admin. Returns the path under which Medusa links it. */
export async function uploadFile(url: string, headers: Record<string, string>, file: File): Promise<string> {
  const body = new FormData();
  body.append("files", file);
  const form = new Response(body);
  const ingress = readTestInstallation().env.INGRESS_ORIGIN as string;
  // Not fetch, which does not send another Host than the address.
  const answer = await request(new URL("/admin/uploads", ingress), {
    method: "POST",
    headers: { ...headers, host: new URL(url).host, "content-type": form.headers.get("content-type") ?? "" },
    body: new Uint8Array(await form.arrayBuffer()),
  });
  const text = await answer.body.text();
  if (answer.statusCode !== 200) throw new Error(`The upload answered ${answer.statusCode}: ${text}`);
  const { files } = JSON.parse(text) as { files: { url: string }[] };
  return new URL(files[0]?.url ?? "").pathname;
}
