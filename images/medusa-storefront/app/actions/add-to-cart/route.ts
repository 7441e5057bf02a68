import { type Cart, ensureCartId, rememberCount } from "../../../lib/cart";
import { formAction } from "../../../lib/form-action";
import { askMedusa, MedusaError } from "../../../lib/medusa";

export const POST = formAction(async (form) => {
  const quantity = Math.min(Math.max(Number(form.get("quantity")) || 1, 1), 10);
  const back = encodeURIComponent(String(form.get("back") ?? ""));
  try {
    const { cart } = await askMedusa<{ cart: Cart }>(`/store/carts/${await ensureCartId()}/line-items`, {
      variant_id: String(form.get("variant")),
      quantity,
    });
    await rememberCount(cart);
    return "/cart";
  } catch (error) {
    if (error instanceof MedusaError && error.status < 500) return `/products/${back}?problem=stock`;
    throw error;
  }
}, "/cart");
