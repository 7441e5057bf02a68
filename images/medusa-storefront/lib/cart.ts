import { cookies } from "next/headers";
import { askMedusa, MedusaError } from "./medusa";
import { storeUrl } from "./settings";
import { getShop } from "./shop";

export interface Address {
  first_name?: string | null;
  last_name?: string | null;
  address_1?: string | null;
  postal_code?: string | null;
  city?: string | null;
  province?: string | null;
  country_code?: string | null;
  phone?: string | null;
}

export interface Line {
  id: string;
  variant_id: string;
  title: string;
  product_title: string;
  product_handle: string;
  variant_title: string | null;
  thumbnail: string | null;
  quantity: number;
  unit_price: number;
  total: number;
  variant?: { thumbnail: string | null };
}

export interface Totals {
  currency_code: string;
  item_total: number;
  shipping_total: number;
  tax_total: number;
  discount_total: number;
  total: number;
}

export interface Cart extends Totals {
  id: string;
  email: string | null;
  items: Line[];
  shipping_address: Address | null;
  shipping_methods: { id: string; name: string; shipping_option_id: string; amount: number }[];
  completed_at: string | null;
}

const cartCookie = "cart";
const countCookie = "cart_items";
const keptSeconds = 30 * 24 * 3600;

const fields =
  "id,email,currency_code,item_total,shipping_total,tax_total,discount_total,total,completed_at,*items,items.variant.thumbnail,*shipping_address,*shipping_methods";

/** The visitor's cart; null if it does not exist or is completed. */
export async function findCart(): Promise<Cart | null> {
  const id = (await cookies()).get(cartCookie)?.value;
  if (!id) return null;
  try {
    const { cart } = await askMedusa<{ cart: Cart }>(
      `/store/carts/${encodeURIComponent(id)}?fields=${encodeURIComponent(fields)}`,
    );
    return cart.completed_at ? null : { ...cart, items: cart.items.toSorted(byTitle) };
  } catch (error) {
    if (error instanceof MedusaError && error.status === 404) return null;
    throw error;
  }
}

/** Returns the id of the visitor's cart. Creates a cart if there is none. */
export async function ensureCartId(): Promise<string> {
  const cart = await findCart();
  if (cart) return cart.id;
  const { region_id } = await getShop();
  const made = await askMedusa<{ cart: Cart }>("/store/carts", { region_id });
  await keep(cartCookie, made.cart.id);
  return made.cart.id;
}

/** The number of items in the cart, from a cookie that each change of the cart updates. */
export async function countItems(): Promise<number> {
  return Number((await cookies()).get(countCookie)?.value) || 0;
}

export async function rememberCount(cart: Pick<Cart, "items">): Promise<void> {
  await keep(countCookie, String(cart.items.reduce((sum, { quantity }) => sum + quantity, 0)));
}

export async function forgetCart(): Promise<void> {
  const jar = await cookies();
  jar.delete(cartCookie);
  jar.delete(countCookie);
}

async function keep(name: string, value: string): Promise<void> {
  (await cookies()).set(name, value, {
    httpOnly: true,
    sameSite: "lax",
    secure: storeUrl().startsWith("https:"),
    path: "/",
    maxAge: keptSeconds,
  });
}

function byTitle(a: Line, b: Line): number {
  return `${a.product_title} ${a.variant_title} ${a.id}`.localeCompare(
    `${b.product_title} ${b.variant_title} ${b.id}`,
  );
}
