import { findCart } from "../../../lib/cart";
import { formAction } from "../../../lib/form-action";
import { askMedusa } from "../../../lib/medusa";

export const POST = formAction(async (form) => {
  const cart = await findCart();
  if (cart === null) return "/cart";
  await askMedusa(`/store/carts/${cart.id}/shipping-methods`, { option_id: String(form.get("option")) });
  return "/checkout/payment";
}, "/checkout/delivery");
