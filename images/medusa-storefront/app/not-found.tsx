import Link from "next/link";
import { buttonClass } from "../components/button";

export default function NotFound() {
  return (
    <div className="mx-auto max-w-6xl px-4 py-20 text-center sm:px-6">
      <h1 className="font-semibold text-2xl tracking-[-0.02em]">There is no such page</h1>
      <p className="mt-2 mb-6 text-ink-muted">
        It may have been sold out for good, or the address has a typo.
      </p>
      <Link href="/" className={buttonClass("primary")}>
        See what there is
      </Link>
    </div>
  );
}
