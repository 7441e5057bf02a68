import { AppError } from "@/lib/errors";
import type { ShopTarget } from "../engine";
import { ShopClient } from "../shop-client";
import { platformAuthorization } from "./platform-authorization";
import { Shopper } from "./shopper";

const proofs = "/admin/storeyard/proofs";

/** The buyer of test orders. Orders with this e-mail address are removed. */
const address = {
  email: "proof@storeyard.invalid",
  first_name: "Storeyard",
  last_name: "Test order",
  address_1: "1 Test Street",
  postal_code: "12345",
  city: "Test Town",
};

interface Proof {
  handle: string;
  variant_id: string;
  country_code: string;
}

interface SeenOrder {
  order: { items: { variant_id: string; quantity: number }[] };
}

/**
 * Buys something on the shop's pages as a browser without JavaScript would, through the Ingress. Reads the order
 * through the Admin API, and removes it. Throws AppError `unavailable` with the action that failed.
 */
export async function placeOrder(target: ShopTarget): Promise<void> {
  const shop = new ShopClient(target);
  const key = platformAuthorization(target);
  const { json: proof } = await shop.expect<Proof>("Preparing the test order", 201, proofs, {
    method: "POST",
    headers: key,
  });
  const orderId = await buy(new Shopper(shop), proof);
  const { json: seen } = await shop.expect<SeenOrder>(
    "Finding the test order in the admin",
    200,
    `/admin/orders/${orderId}`,
    { headers: key },
  );
  if (!seen.order.items.some((item) => item.variant_id === proof.variant_id && item.quantity === 1)) {
    throw new AppError("unavailable", "The shop took the test order, but holds it without what was bought.");
  }
  await shop.expect("Removing the test order", 200, proofs, { method: "DELETE", headers: key });
}

/** Goes from the product's page to the order's page. Returns the order's id. */
async function buy(shopper: Shopper, { handle, variant_id, country_code }: Proof): Promise<string> {
  const page = await shopper.open("Opening the product's page", `/products/${handle}`);
  if (!page.includes(variant_id)) {
    throw new AppError("unavailable", "The product's page offers nothing to put into the cart.");
  }
  const send = (action: string, path: string, form: Record<string, string>, next: RegExp) =>
    shopper.send(action, `/actions/${path}`, form, next);
  await send(
    "Putting the product into the cart",
    "add-to-cart",
    { variant: variant_id, quantity: "1" },
    /^\/cart$/,
  );
  await send("Giving the address", "give-address", { ...address, country_code }, /^\/checkout\/delivery$/);
  const deliveries = await shopper.open("Choosing the delivery", "/checkout/delivery");
  const option = /value="(so_\w+)"/.exec(deliveries)?.[1];
  if (!option) throw new AppError("unavailable", "The shop offers no delivery to its own country.");
  await send("Choosing the delivery", "choose-delivery", { option }, /^\/checkout\/payment$/);
  const location = await send("Placing the order", "place-order", {}, /^\/orders\/order_\w+\?/);
  await shopper.open("Opening the order's page", location);
  return /order_\w+/.exec(location)?.[0] ?? "";
}
