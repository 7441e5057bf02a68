import type { Line } from "../lib/cart";
import { formatPrice } from "../lib/format-price";
import { Picture } from "./picture";

/** The lines of a cart or an order, read-only. */
export function LineList({ lines, currency }: { lines: Line[]; currency: string }) {
  return (
    <ul className="flex flex-col gap-4">
      {lines.map((line) => (
        <li key={line.id} className="flex items-center gap-3.5 text-sm">
          <div className="relative w-14 shrink-0">
            <Picture url={line.variant?.thumbnail ?? line.thumbnail} alt="" className="rounded-md border" />
            <span className="tabular absolute -top-2 -right-2 grid h-5 min-w-5 place-items-center rounded-full bg-ink px-1.5 font-medium text-[0.6875rem] text-surface">
              <span className="sr-only">Quantity: </span>
              {line.quantity}
            </span>
          </div>
          <div className="min-w-0 flex-1">
            <p className="font-medium">{line.product_title}</p>
            <p className="text-ink-muted">{line.variant_title}</p>
          </div>
          <p className="tabular">{formatPrice(line.total, currency)}</p>
        </li>
      ))}
    </ul>
  );
}
