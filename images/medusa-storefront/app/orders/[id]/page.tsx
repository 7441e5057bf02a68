import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { buttonClass } from "../../../components/button";
import { LineList } from "../../../components/line-list";
import { Totals } from "../../../components/totals";
import { findOrder, stateOf } from "../../../lib/order";
import type { PageProps } from "../../../lib/page-props";

export const metadata: Metadata = { title: "Your order", robots: { index: false } };

export default async function OrderPage({ params, searchParams }: PageProps<{ id: string }>) {
  const [{ id }, { placed }] = await Promise.all([params, searchParams]);
  const order = await findOrder(id);
  if (order === null) notFound();
  const to = order.shipping_address;
  return (
    <div className="mx-auto max-w-2xl px-4 py-10 sm:px-6 sm:py-14">
      {placed === undefined ? null : (
        <p className="mb-3 flex items-center gap-2.5 font-medium text-good">
          <svg
            aria-hidden="true"
            viewBox="0 0 20 20"
            className="size-5 fill-none stroke-current"
            strokeWidth="1.8"
          >
            <circle cx="10" cy="10" r="8.2" />
            <path d="m6.4 10.3 2.5 2.5 4.8-5.4" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
          Thank you. Your order was placed.
        </p>
      )}
      <h1 className="font-semibold text-3xl tracking-[-0.03em]">Order #{order.display_id}</h1>
      <p className="mt-2 text-ink-muted">
        {stateOf(order)}. Ordered on{" "}
        <time dateTime={order.created_at}>
          {new Date(order.created_at).toLocaleDateString("en", { dateStyle: "long" })}
        </time>
        .
      </p>
      <section
        aria-label="What you ordered"
        className="mt-8 rounded-lg border bg-surface p-5 shadow-card sm:p-6"
      >
        <LineList lines={order.items} currency={order.currency_code} />
        <div className="mt-5 border-t pt-5">
          <Totals sums={order} delivery="chosen" />
        </div>
      </section>
      <dl className="mt-8 grid gap-6 text-sm sm:grid-cols-2">
        <div>
          <dt className="font-medium">Ships to</dt>
          <dd className="mt-1 text-ink-muted leading-6">
            {to?.first_name} {to?.last_name}
            <br />
            {to?.address_1}
            <br />
            {to?.postal_code} {to?.city}
          </dd>
        </div>
        <div>
          <dt className="font-medium">Delivery and payment</dt>
          <dd className="mt-1 text-ink-muted leading-6">
            {order.shipping_methods[0]?.name}
            <br />
            Pay on delivery
          </dd>
        </div>
      </dl>
      <p className="mt-8 text-ink-muted text-sm">
        To see this page again, enter the order number #{order.display_id} and {order.email} under{" "}
        <Link href="/orders" className="text-ink underline underline-offset-4">
          Your order
        </Link>
        .
      </p>
      <Link href="/" className={buttonClass("plain", "mt-8")}>
        Back to the shop
      </Link>
    </div>
  );
}
