import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "../../../components/button";
import { CheckoutFrame } from "../../../components/checkout-frame";
import { Notice } from "../../../components/notice";
import { RadioCard } from "../../../components/radio-card";
import { findCart } from "../../../lib/cart";
import { payOnDelivery } from "../../../lib/checkout";
import { formatPrice } from "../../../lib/format-price";
import type { PageProps } from "../../../lib/page-props";

export const metadata: Metadata = { title: "Payment" };

export default async function PaymentPage({ searchParams }: PageProps) {
  const [cart, { problem }] = await Promise.all([findCart(), searchParams]);
  if (cart === null || cart.items.length === 0) redirect("/cart");
  if (cart.shipping_methods.length === 0) redirect("/checkout/delivery");
  const { first_name, last_name, address_1, postal_code, city } = cart.shipping_address ?? {};
  return (
    <CheckoutFrame step="Payment" cart={cart}>
      <h1 className="mb-6 font-semibold text-2xl tracking-[-0.02em]">Choose a payment method</h1>
      <Notice problem={problem?.toString()} />
      <form action="/actions/place-order" method="post" className="flex flex-col gap-3">
        <RadioCard
          name="provider"
          value={payOnDelivery}
          chosen
          title="Pay on delivery"
          about="Pay in cash when you receive your order."
        />
        <dl className="mt-4 flex flex-col gap-3 rounded-md bg-sunken px-4 py-4 text-sm">
          <Fact
            term="To"
            value={[`${first_name} ${last_name}`, address_1, `${postal_code} ${city}`].join(", ")}
          />
          <Fact term="By" value={cart.shipping_methods[0]?.name ?? ""} />
          <Fact term="E-mail" value={cart.email ?? ""} />
        </dl>
        <Button type="submit" className="mt-3 sm:w-fit">
          Place the order, {formatPrice(cart.total, cart.currency_code)}
        </Button>
      </form>
    </CheckoutFrame>
  );
}

function Fact({ term, value }: { term: string; value: string }) {
  return (
    <div className="flex gap-4">
      <dt className="w-14 shrink-0 text-ink-muted">{term}</dt>
      <dd className="min-w-0 break-words">{value}</dd>
    </div>
  );
}
