import { AppError } from "@/lib/errors";
import type { ShopTarget } from "../engine";
import { ShopClient } from "../shop-client";

/** The buyer of test orders. The shop's plugin recognizes them by the e-mail address, and sends no mail to it. */
const shopper = {
  first_name: "Storeyard",
  last_name: "Test order",
  address_1: "1 Test Street",
  email: "proof@storeyard.invalid",
  phone: "5550100",
  company: "Storeyard",
  address_2: "Test order",
};

/**
 * A valid address in the shop's country: with a state where WooCommerce requires one, and a postcode that it accepts.
 */
interface TestAddress {
  country: string;
  state: string;
  postcode: string;
  city: string;
}

interface Preparation {
  product_id: number;
  address: TestAddress;
  /** The verification's own payment method; images from before it existed take cash on delivery. */
  payment_method?: string;
}

interface SeenOrder {
  id: number;
  status: string;
  items: { product_id: number; quantity: number }[];
}

/**
 * Buys something as a shopper would, through the Ingress and the public Store API. Reads the order from the shop, and
 * removes it. Throws AppError `unavailable` with the action that failed.
 */
export async function placeOrder(target: ShopTarget): Promise<void> {
  const shop = new ShopClient(target);
  const key = { "x-storeyard-key": target.platformKey };
  // Shops with earlier images answer at this path too: a better name would need both.
  const proofs = "/wp-json/storeyard/v1/proofs";
  const { json: proof } = await shop.expect<Preparation>("Preparing the test order", 201, proofs, {
    method: "POST",
    headers: key,
  });
  const orderId = await buy(shop, proof, key);
  const { json: seen } = await shop.expect<SeenOrder>(
    "Finding the test order in the shop",
    200,
    `${proofs}/orders/${orderId}`,
    { headers: key },
  );
  if (!seen.items.some((item) => item.product_id === proof.product_id && item.quantity === 1)) {
    throw new AppError("unavailable", "The shop took the test order, but holds it without what was bought.");
  }
  await shop.expect("Removing the test order", 200, proofs, { method: "DELETE", headers: key });
}

async function buy(shop: ShopClient, proof: Preparation, key: Record<string, string>): Promise<number> {
  const store = "/wp-json/wc/store/v1";
  // With the key the shop treats the request as a verification: the owner's settings do not apply to it.
  const { answer } = await shop.expect("Opening a cart", 200, `${store}/cart`, { headers: key });
  const cartToken = answer.headers["cart-token"];
  if (typeof cartToken !== "string") {
    throw new AppError("unavailable", "Opening a cart failed: the shop gave no cart token.");
  }
  const cart = { ...key, "cart-token": cartToken };
  await shop.expect("Putting the product into the cart", 201, `${store}/cart/add-item`, {
    method: "POST",
    headers: cart,
    body: { id: proof.product_id, quantity: 1 },
  });
  const { json: order } = await shop.expect<{ order_id: number; status: string }>(
    "Checking out",
    200,
    `${store}/checkout`,
    {
      method: "POST",
      headers: cart,
      body: {
        billing_address: { ...shopper, ...proof.address },
        shipping_address: { ...shopper, ...proof.address, email: undefined },
        payment_method: proof.payment_method ?? "cod",
      },
    },
  );
  if (order.status !== "processing") {
    throw new AppError("unavailable", `The test order is ${order.status} where it should be processing.`);
  }
  return order.order_id;
}
