import { findCart, forgetCart } from "../../../lib/cart";
import { placeOrder } from "../../../lib/checkout";
import { formAction } from "../../../lib/form-action";
import { MedusaError } from "../../../lib/medusa";

export const POST = formAction(async () => {
  const cart = await findCart();
  if (cart === null || cart.items.length === 0) return "/cart";
  const placed = await placeOrder(cart);
  if ("refusal" in placed) throw new MedusaError(400, placed.refusal);
  await forgetCart();
  return `/orders/${placed.orderId}?placed`;
}, "/cart");
