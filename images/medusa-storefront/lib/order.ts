import type { Address, Line, Totals } from "./cart";
import { askMedusa, MedusaError } from "./medusa";

export interface Order extends Totals {
  id: string;
  display_id: number;
  email: string;
  created_at: string;
  status: string;
  fulfillment_status: string;
  items: Line[];
  shipping_address: Address | null;
  shipping_methods: { id: string; name: string; amount: number }[];
}

const fields =
  "id,display_id,email,created_at,status,fulfillment_status,currency_code,item_total,shipping_total,tax_total,discount_total,total,*items,*shipping_address,*shipping_methods";

/** Finds an order by its id. The id can't be guessed, so knowing it grants access. */
export async function findOrder(id: string): Promise<Order | null> {
  if (!/^order_[0-9A-Z]{26}$/.test(id)) return null;
  try {
    const { order } = await askMedusa<{ order: Order }>(
      `/store/orders/${id}?fields=${encodeURIComponent(fields)}`,
    );
    return order;
  } catch (error) {
    if (error instanceof MedusaError && error.status === 404) return null;
    throw error;
  }
}

/** The label of an order's state, for the buyer. */
export function stateOf({
  status,
  fulfillment_status,
}: Pick<Order, "status" | "fulfillment_status">): string {
  if (status === "canceled") return "Cancelled";
  if (fulfillment_status === "delivered") return "Delivered";
  if (fulfillment_status === "shipped" || fulfillment_status === "partially_shipped") return "On its way";
  return "Being prepared";
}
