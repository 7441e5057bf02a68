import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Button } from "../../../components/button";
import { Notice } from "../../../components/notice";
import { Picture } from "../../../components/picture";
import { findProduct } from "../../../lib/catalogue";
import { chooseVariant } from "../../../lib/choose-variant";
import { formatPrice } from "../../../lib/format-price";
import type { PageProps } from "../../../lib/page-props";
import { picturePath } from "../../../lib/picture-path";
import { getShop } from "../../../lib/shop";
import { stockOf } from "../../../lib/stock";

type Props = PageProps<{ handle: string }>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const product = await findProduct((await params).handle);
  if (product === null) return {};
  return {
    title: product.title,
    description: product.description ?? product.subtitle ?? undefined,
    openGraph: product.thumbnail ? { images: [picturePath(product.thumbnail)] } : undefined,
  };
}

export default async function ProductPage({ params, searchParams }: Props) {
  const [{ handle }, query] = await Promise.all([params, searchParams]);
  const [shop, product] = await Promise.all([getShop(), findProduct(handle)]);
  if (product === null) notFound();
  const wanted = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
  const { variant, choices } = chooseVariant(product, wanted);
  const stock = variant && stockOf(variant);
  const price = variant?.calculated_price;
  const picture = variant?.thumbnail ?? product.thumbnail;
  const others = product.images.filter(({ url }) => url !== picture);
  return (
    <div className="mx-auto max-w-6xl px-4 py-6 sm:px-6 sm:py-10">
      <Link
        href="/"
        className="mb-5 inline-block text-ink-muted text-sm underline-offset-4 hover:text-ink hover:underline"
      >
        All products
      </Link>
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
        <div className="grid grid-cols-4 gap-3">
          <Picture
            url={picture}
            alt={`${product.title}${choices.length > 0 ? `, ${variant?.title}` : ""}`}
            first
            className="col-span-4 rounded-lg border"
          />
          {others.map(({ id, url }) => (
            <Picture key={id} url={url} alt="" className="rounded-md border" />
          ))}
        </div>
        <div className="lg:pt-4">
          <Notice problem={wanted.problem} />
          <h1 className="text-balance font-semibold text-3xl tracking-[-0.03em] sm:text-4xl">
            {product.title}
          </h1>
          {product.subtitle ? <p className="mt-2 text-ink-muted">{product.subtitle}</p> : null}
          {price ? (
            <p className="tabular mt-5 text-xl">
              {formatPrice(price.calculated_amount, shop.currency_code)}
              {price.original_amount > price.calculated_amount ? (
                <s className="ml-2.5 text-base text-ink-muted">
                  <span className="sr-only">before </span>
                  {formatPrice(price.original_amount, shop.currency_code)}
                </s>
              ) : null}
            </p>
          ) : null}
          {choices.map((choice) => (
            <nav key={choice.title} aria-label={choice.title} className="mt-7">
              <p className="mb-2.5 font-medium text-sm">{choice.title}</p>
              <ul className="flex flex-wrap gap-2">
                {choice.values.map(({ value, chosen, available, query: address }) => (
                  <li key={value}>
                    <Link
                      href={`/products/${handle}?${address}`}
                      replace
                      scroll={false}
                      aria-current={chosen ? "true" : undefined}
                      className={`inline-flex h-11 items-center rounded-md border px-4 text-sm ${chosen ? "border-ink bg-surface font-medium ring-1 ring-ink" : "border-line-strong bg-surface hover:border-ink"} ${available ? "" : "text-ink-subtle line-through"}`}
                    >
                      {value}
                      {available ? null : <span className="sr-only"> (sold out)</span>}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          ))}
          {variant && stock ? (
            <form action="/actions/add-to-cart" method="post" className="mt-8">
              <input type="hidden" name="variant" value={variant.id} />
              <input type="hidden" name="back" value={handle} />
              <div className="flex gap-3">
                {stock.available ? (
                  <select
                    name="quantity"
                    aria-label="Quantity"
                    className="tabular h-11 rounded-md border border-line-strong bg-surface px-3 text-sm shadow-control"
                  >
                    {Array.from({ length: stock.most }, (_, index) => index + 1).map((number) => (
                      <option key={number}>{number}</option>
                    ))}
                  </select>
                ) : null}
                <Button type="submit" disabled={!stock.available} className="flex-1">
                  {stock.available ? "Add to cart" : "Sold out"}
                </Button>
              </div>
              <p className="mt-3 flex items-center gap-2 text-ink-muted text-sm">
                <span
                  aria-hidden="true"
                  className={`size-2 rounded-full ${stock.available ? "bg-good-solid" : "bg-line-strong"}`}
                />
                {stock.text}
              </p>
            </form>
          ) : null}
          {product.description ? (
            <p className="mt-8 max-w-prose whitespace-pre-line border-t pt-7 text-ink-muted leading-7">
              {product.description}
            </p>
          ) : null}
        </div>
      </div>
    </div>
  );
}
