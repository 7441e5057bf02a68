import type { Cart } from "./cart";
import { askMedusa } from "./medusa";

/** Medusa's provider for what is paid outside of the shop. */
export const payOnDelivery = "pp_system_default";

export interface Delivery {
  id: string;
  name: string;
  amount: number;
  type?: { description?: string };
}

export async function listDeliveries(cartId: string): Promise<Delivery[]> {
  const { shipping_options } = await askMedusa<{ shipping_options: Delivery[] }>(
    `/store/shipping-options?cart_id=${encodeURIComponent(cartId)}`,
  );
  return shipping_options.toSorted((a, b) => a.amount - b.amount);
}

type Completed = { type: "order"; order: { id: string } } | { type: "cart"; error: { message: string } };

/** Makes an order of the cart. Answers its id, or Medusa's sentence where it can't be one. */
export async function placeOrder(cart: Pick<Cart, "id">): Promise<{ orderId: string } | { refusal: string }> {
  const { payment_collection } = await askMedusa<{ payment_collection: { id: string } }>(
    "/store/payment-collections",
    { cart_id: cart.id },
  );
  await askMedusa(`/store/payment-collections/${payment_collection.id}/payment-sessions`, {
    provider_id: payOnDelivery,
  });
  const done = await askMedusa<Completed>(`/store/carts/${cart.id}/complete`, {});
  return done.type === "order" ? { orderId: done.order.id } : { refusal: done.error.message };
}
