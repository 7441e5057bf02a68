import Link from "next/link";
import { buttonClass } from "../components/button";

export default function NotFound() {
  return (
    <div className="mx-auto max-w-6xl px-4 py-20 text-center sm:px-6">
      <h1 className="font-semibold text-2xl tracking-[-0.02em]">Page not found</h1>
      <p className="mt-2 mb-6 text-ink-muted">
        The product may no longer be available, or the address may be wrong.
      </p>
      <Link href="/" className={buttonClass("primary")}>
        Browse all products
      </Link>
    </div>
  );
}
