import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "../../../components/button";
import { CheckoutFrame } from "../../../components/checkout-frame";
import { Notice } from "../../../components/notice";
import { RadioCard } from "../../../components/radio-card";
import { findCart } from "../../../lib/cart";
import { listDeliveries } from "../../../lib/checkout";
import { formatPrice } from "../../../lib/format-price";
import type { PageProps } from "../../../lib/page-props";

export const metadata: Metadata = { title: "Delivery" };

export default async function DeliveryPage({ searchParams }: PageProps) {
  const [cart, { problem }] = await Promise.all([findCart(), searchParams]);
  if (cart === null || cart.items.length === 0) redirect("/cart");
  if (!cart.email) redirect("/checkout");
  const deliveries = await listDeliveries(cart.id);
  const chosen = cart.shipping_methods[0]?.shipping_option_id ?? deliveries[0]?.id;
  return (
    <CheckoutFrame step="Delivery" cart={cart}>
      <h1 className="mb-6 font-semibold text-2xl tracking-[-0.02em]">Choose a delivery method</h1>
      <Notice problem={problem?.toString()} />
      {deliveries.length === 0 ? (
        <p className="text-ink-muted">This shop does not deliver to your address.</p>
      ) : (
        <form action="/actions/choose-delivery" method="post" className="flex flex-col gap-3">
          {deliveries.map(({ id, name, type, amount }) => (
            <RadioCard
              key={id}
              name="option"
              value={id}
              chosen={id === chosen}
              title={name}
              about={type?.description}
              aside={
                <span className="tabular">
                  {amount === 0 ? "Free" : formatPrice(amount, cart.currency_code)}
                </span>
              }
            />
          ))}
          <Button type="submit" className="mt-3 sm:w-fit">
            Continue to payment
          </Button>
        </form>
      )}
    </CheckoutFrame>
  );
}
