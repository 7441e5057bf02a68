import Link from "next/link";
import { notFound } from "next/navigation";
import { buttonClass } from "../components/button";
import { ProductCard } from "../components/product-card";
import { listProducts, pageSize } from "../lib/catalogue";
import type { PageProps } from "../lib/page-props";
import { getShop } from "../lib/shop";

export default async function HomePage({ searchParams }: PageProps) {
  const page = Number((await searchParams).page ?? 1);
  if (!Number.isSafeInteger(page) || page < 1) notFound();
  const [shop, { products, count }] = await Promise.all([getShop(), listProducts(page)]);
  return (
    <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
      <h1 className="mb-8 text-balance font-semibold text-3xl tracking-[-0.03em] sm:mb-10 sm:text-4xl">
        {page === 1 ? "All products" : `All products, page ${page}`}
      </h1>
      {products.length === 0 ? (
        <p className="text-ink-muted">There are no products yet.</p>
      ) : (
        <ul className="grid gap-x-6 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
          {products.map((product, index) => (
            <ProductCard key={product.id} product={product} currency={shop.currency_code} first={index < 3} />
          ))}
        </ul>
      )}
      <nav aria-label="Pages" className="mt-12 flex justify-center gap-3 empty:hidden">
        {page > 1 ? (
          <Link href={page === 2 ? "/" : `/?page=${page - 1}`} className={buttonClass("plain")}>
            Previous page
          </Link>
        ) : null}
        {page * pageSize < count ? (
          <Link href={`/?page=${page + 1}`} className={buttonClass("plain")}>
            Next page
          </Link>
        ) : null}
      </nav>
    </div>
  );
}
