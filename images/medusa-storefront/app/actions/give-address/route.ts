import { readAddress } from "../../../lib/address-form";
import { findCart } from "../../../lib/cart";
import { formAction } from "../../../lib/form-action";
import { askMedusa } from "../../../lib/medusa";
import { getShop } from "../../../lib/shop";

export const POST = formAction(async (form) => {
  const [cart, shop] = await Promise.all([findCart(), getShop()]);
  if (cart === null) return "/cart";
  const { email, address, missing } = readAddress(
    form,
    shop.countries.map(({ code }) => code),
  );
  if (missing.length > 0) return `/checkout?missing=${missing.join(",")}`;
  await askMedusa(`/store/carts/${cart.id}`, { email, shipping_address: address, billing_address: address });
  return "/checkout/delivery";
}, "/checkout");
