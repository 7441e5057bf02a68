import type { Metadata } from "next";
import { Button } from "../../components/button";
import { Notice } from "../../components/notice";
import { TextField } from "../../components/text-field";
import type { PageProps } from "../../lib/page-props";

export const metadata: Metadata = { title: "Your order" };

export default async function FindOrderPage({ searchParams }: PageProps) {
  const { problem } = await searchParams;
  return (
    <div className="mx-auto max-w-md px-4 py-12 sm:px-6 sm:py-16">
      <h1 className="mb-2 font-semibold text-3xl tracking-[-0.03em]">Your order</h1>
      <p className="mb-7 text-ink-muted">The order number is on your order confirmation.</p>
      <Notice problem={problem?.toString()} />
      <form action="/actions/find-order" method="post" className="flex flex-col gap-5">
        <TextField name="number" label="Order number" inputMode="numeric" required />
        <TextField name="email" label="E-mail" type="email" autoComplete="email" required />
        <Button type="submit">Find order</Button>
      </form>
    </div>
  );
}
