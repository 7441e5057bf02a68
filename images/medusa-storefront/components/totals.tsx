import type { Totals as Sums } from "../lib/cart";
import { formatPrice } from "../lib/format-price";

/** The sums of a cart or an order. Without a chosen delivery method, its price is shown as the next step. */
export function Totals({ sums, delivery }: { sums: Sums; delivery: "chosen" | "later" }) {
  const price = (amount: number) => formatPrice(amount, sums.currency_code);
  return (
    <dl className="tabular flex flex-col gap-2.5 text-sm">
      <Row term="Items" value={price(sums.item_total)} />
      <Row term="Delivery" value={delivery === "chosen" ? price(sums.shipping_total) : "Next step"} />
      {sums.discount_total > 0 ? <Row term="Discount" value={`−${price(sums.discount_total)}`} /> : null}
      {sums.tax_total > 0 ? <Row term="Of which tax" value={price(sums.tax_total)} /> : null}
      <div className="mt-1 flex justify-between border-t pt-3.5 font-semibold text-base">
        <dt>Total</dt>
        <dd>{price(delivery === "chosen" ? sums.total : sums.item_total)}</dd>
      </div>
    </dl>
  );
}

function Row({ term, value }: { term: string; value: string }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-ink-muted">{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
