import Link from "next/link";
import type { Product } from "../lib/catalogue";
import { formatPrice } from "../lib/format-price";
import { stockOf } from "../lib/stock";
import { Picture } from "./picture";

export function ProductCard({
  product,
  currency,
  first,
}: {
  product: Product;
  currency: string;
  first: boolean;
}) {
  const prices = product.variants.flatMap(
    ({ calculated_price }) => calculated_price?.calculated_amount ?? [],
  );
  const lowest = prices.length > 0 ? Math.min(...prices) : null;
  const soldOut = product.variants.every((variant) => !stockOf(variant).available);
  return (
    <li className="group relative">
      <div className="relative overflow-hidden rounded-lg border bg-sunken">
        <Picture
          url={product.thumbnail}
          alt=""
          first={first}
          className="transition-transform duration-500 ease-out group-hover:scale-[1.025]"
        />
        {soldOut ? (
          <span className="absolute top-3 left-3 rounded-full border bg-surface px-2.5 py-1 font-medium text-xs">
            Sold out
          </span>
        ) : null}
      </div>
      <div className="mt-3.5 flex items-baseline justify-between gap-4">
        <h2 className="font-medium">
          <Link
            href={`/products/${product.handle}`}
            className="after:absolute after:inset-0 after:rounded-lg"
          >
            {product.title}
          </Link>
        </h2>
        {lowest === null ? null : (
          <p className="tabular shrink-0 text-sm">
            {prices.some((price) => price > lowest) ? <span className="text-ink-muted">from </span> : null}
            {formatPrice(lowest, currency)}
          </p>
        )}
      </div>
      {product.subtitle ? <p className="mt-0.5 text-ink-muted text-sm">{product.subtitle}</p> : null}
    </li>
  );
}
