import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "../../components/button";
import { CheckoutFrame } from "../../components/checkout-frame";
import { Notice } from "../../components/notice";
import { TextField } from "../../components/text-field";
import { addressFields } from "../../lib/address-form";
import { findCart } from "../../lib/cart";
import type { PageProps } from "../../lib/page-props";
import { getShop } from "../../lib/shop";

export const metadata: Metadata = { title: "Checkout" };

export default async function AddressPage({ searchParams }: PageProps) {
  const [cart, shop, query] = await Promise.all([findCart(), getShop(), searchParams]);
  if (cart === null || cart.items.length === 0) redirect("/cart");
  const missing = query.missing?.toString().split(",") ?? [];
  const known = { ...cart.shipping_address, email: cart.email };
  return (
    <CheckoutFrame step="Address" cart={cart}>
      <h1 className="mb-6 font-semibold text-2xl tracking-[-0.02em]">Delivery address</h1>
      <Notice problem={missing.length > 0 ? "address" : query.problem?.toString()} />
      <form action="/actions/give-address" method="post" className="grid grid-cols-2 gap-x-4 gap-y-5">
        {addressFields.map(({ half, ...field }) => (
          <TextField
            key={field.name}
            {...field}
            value={known[field.name]}
            missing={missing.includes(field.name)}
            className={half ? "col-span-2 sm:col-span-1" : "col-span-2"}
          />
        ))}
        <div className="col-span-2">
          <label htmlFor="country_code" className="mb-1.5 block font-medium text-sm">
            Country
          </label>
          <select
            id="country_code"
            name="country_code"
            autoComplete="country"
            required
            defaultValue={known.country_code ?? shop.countries[0]?.code}
            className="h-11 w-full rounded-md border border-line-strong bg-surface px-3 text-base shadow-control sm:text-sm"
          >
            {shop.countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Button type="submit" className="col-span-2 mt-2 sm:w-fit">
          Continue to delivery
        </Button>
      </form>
    </CheckoutFrame>
  );
}
