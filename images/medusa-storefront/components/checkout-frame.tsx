import Link from "next/link";
import type { ReactNode } from "react";
import type { Cart } from "../lib/cart";
import { LineList } from "./line-list";
import { Totals } from "./totals";

const steps = [
  { name: "Address", href: "/checkout" },
  { name: "Delivery", href: "/checkout/delivery" },
  { name: "Payment", href: "/checkout/payment" },
] as const;
export type CheckoutStep = (typeof steps)[number]["name"];

/** A step of the checkout, next to a summary of the cart. */
export function CheckoutFrame({
  step,
  cart,
  children,
}: {
  step: CheckoutStep;
  cart: Cart;
  children: ReactNode;
}) {
  const current = steps.findIndex(({ name }) => name === step);
  return (
    <div className="mx-auto grid max-w-5xl gap-x-14 gap-y-8 px-4 py-8 sm:px-6 sm:py-12 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <div>
        <nav aria-label="Checkout" className="mb-8">
          <ol className="flex items-center gap-3 text-sm">
            {steps.map(({ name, href }, index) => (
              <li key={name} className="flex items-center gap-3">
                {index > 0 ? <span aria-hidden="true" className="h-px w-5 bg-line-strong sm:w-8" /> : null}
                {index < current ? (
                  <Link
                    href={href}
                    className="text-ink-muted underline-offset-4 hover:text-ink hover:underline"
                  >
                    {name}
                  </Link>
                ) : (
                  <span
                    aria-current={index === current ? "step" : undefined}
                    className={index === current ? "font-semibold" : "text-ink-subtle"}
                  >
                    {name}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </nav>
        {children}
      </div>
      <aside
        aria-label="Your order"
        className="order-first self-start rounded-lg border bg-surface p-5 shadow-card lg:order-none"
      >
        <LineList lines={cart.items} currency={cart.currency_code} />
        <div className="mt-5 border-t pt-5">
          <Totals sums={cart} delivery={cart.shipping_methods.length > 0 ? "chosen" : "later"} />
        </div>
      </aside>
    </div>
  );
}
