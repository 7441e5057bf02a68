import type { Metadata } from "next";
import Link from "next/link";
import { Button, buttonClass } from "../../components/button";
import { Notice } from "../../components/notice";
import { Picture } from "../../components/picture";
import { Totals } from "../../components/totals";
import { findCart, type Line } from "../../lib/cart";
import { formatPrice } from "../../lib/format-price";
import type { PageProps } from "../../lib/page-props";
import { mostAtATime } from "../../lib/stock";

export const metadata: Metadata = { title: "Cart" };

export default async function CartPage({ searchParams }: PageProps) {
  const [cart, { problem }] = await Promise.all([findCart(), searchParams]);
  if (cart === null || cart.items.length === 0) {
    return (
      <div className="mx-auto max-w-6xl px-4 py-20 text-center sm:px-6">
        <h1 className="font-semibold text-2xl tracking-[-0.02em]">Your cart is empty</h1>
        <p className="mt-2 mb-6 text-ink-muted">Products that you add stay in your cart for 30 days.</p>
        <Link href="/" className={buttonClass("primary")}>
          Browse all products
        </Link>
      </div>
    );
  }
  return (
    <div className="mx-auto max-w-5xl px-4 py-8 sm:px-6 sm:py-12">
      <h1 className="mb-8 font-semibold text-3xl tracking-[-0.03em]">Cart</h1>
      <Notice problem={problem?.toString()} />
      <div className="grid items-start gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <ul className="divide-y border-y">
          {cart.items.map((line) => (
            <CartLine key={line.id} line={line} currency={cart.currency_code} />
          ))}
        </ul>
        <aside aria-label="Sum" className="rounded-lg border bg-surface p-5 shadow-card">
          <Totals sums={cart} delivery={cart.shipping_methods.length > 0 ? "chosen" : "later"} />
          <Link href="/checkout" prefetch={false} className={buttonClass("primary", "mt-5 w-full")}>
            Check out
          </Link>
        </aside>
      </div>
    </div>
  );
}

function CartLine({ line, currency }: { line: Line; currency: string }) {
  const name = `${line.product_title}, ${line.variant_title}`;
  return (
    <li className="flex gap-4 py-5 sm:gap-6">
      <div className="w-20 shrink-0 sm:w-28">
        <Picture url={line.variant?.thumbnail ?? line.thumbnail} alt="" className="rounded-md border" />
      </div>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex justify-between gap-4">
          <div className="min-w-0">
            <h2 className="font-medium">
              <Link href={`/products/${line.product_handle}`} className="underline-offset-4 hover:underline">
                {line.product_title}
              </Link>
            </h2>
            <p className="text-ink-muted text-sm">{line.variant_title}</p>
          </div>
          <p className="tabular">{formatPrice(line.total, currency)}</p>
        </div>
        <form
          action="/actions/change-line"
          method="post"
          className="mt-auto flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pt-3 text-sm"
        >
          <input type="hidden" name="line" value={line.id} />
          <div className="flex items-center overflow-hidden rounded-md border border-line-strong bg-surface">
            <Stepper
              to={line.quantity - 1}
              label={`One less of ${name}`}
              sign="−"
              disabled={line.quantity <= 1}
            />
            <span className="tabular min-w-8 text-center">
              <span className="sr-only">Quantity: </span>
              {line.quantity}
            </span>
            <Stepper
              to={line.quantity + 1}
              label={`One more of ${name}`}
              sign="+"
              disabled={line.quantity >= mostAtATime}
            />
          </div>
          <Button look="quiet" type="submit" name="quantity" value="0" aria-label={`Remove ${name}`}>
            Remove
          </Button>
        </form>
      </div>
    </li>
  );
}

function Stepper({
  to,
  label,
  sign,
  disabled,
}: {
  to: number;
  label: string;
  sign: string;
  disabled: boolean;
}) {
  return (
    <button
      type="submit"
      name="quantity"
      value={to}
      disabled={disabled}
      aria-label={label}
      className="grid size-10 place-items-center text-lg hover:bg-hover disabled:text-ink-subtle disabled:opacity-50"
    >
      {sign}
    </button>
  );
}
