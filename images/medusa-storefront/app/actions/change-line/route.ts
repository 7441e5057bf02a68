import { findCart, rememberCount } from "../../../lib/cart";
import { formAction } from "../../../lib/form-action";
import { askMedusa } from "../../../lib/medusa";

export const POST = formAction(async (form) => {
  const cart = await findCart();
  const line = cart?.items.find(({ id }) => id === form.get("line"));
  const quantity = Number(form.get("quantity"));
  if (!cart || !line || !Number.isSafeInteger(quantity) || quantity < 0) return "/cart";
  const path = `/store/carts/${cart.id}/line-items/${line.id}`;
  if (quantity === 0) await askMedusa(path, undefined, "DELETE");
  else await askMedusa(path, { quantity });
  await rememberCount({ items: cart.items.map((item) => (item === line ? { ...item, quantity } : item)) });
  return "/cart";
}, "/cart");
