import type { Cart } from "./cart";
import { askMedusa } from "./medusa";

/** Medusa's provider for payments outside the shop. */
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

/** Completes the cart. Returns the order's id, or Medusa's message if the cart can't be completed. */
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
