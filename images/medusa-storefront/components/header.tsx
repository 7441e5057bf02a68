import Link from "next/link";
import { countItems } from "../lib/cart";

export async function Header({ title }: { title: string }) {
  const items = await countItems();
  return (
    <header className="border-b bg-surface">
      <div className="mx-auto flex h-16 max-w-6xl items-center justify-between gap-6 px-4 sm:px-6">
        <Link href="/" className="min-w-0 truncate font-semibold text-lg tracking-[-0.02em]">
          {title}
        </Link>
        <nav aria-label="Shop" className="flex shrink-0 items-center gap-1 text-sm">
          <Link href="/orders" className="rounded-md px-3 py-2 text-ink-muted hover:bg-hover hover:text-ink">
            Your order
          </Link>
          <Link
            href="/cart"
            prefetch={false}
            className="flex items-center gap-2 rounded-md px-3 py-2 font-medium hover:bg-hover"
          >
            <BagIcon />
            <span>Cart</span>
            {items > 0 ? (
              <span className="tabular grid h-5 min-w-5 place-items-center rounded-full bg-ink px-1.5 text-[0.6875rem] text-surface">
                {items}
                <span className="sr-only">{items === 1 ? " item" : " items"}</span>
              </span>
            ) : null}
          </Link>
        </nav>
      </div>
    </header>
  );
}

function BagIcon() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      className="size-4.5 fill-none stroke-current"
      strokeWidth="1.6"
    >
      <path d="M4.2 6.5h11.6l.9 10.2H3.3z" strokeLinejoin="round" />
      <path d="M7 8.8V5.6a3 3 0 0 1 6 0v3.2" strokeLinecap="round" />
    </svg>
  );
}
