import type { Route } from "next";
import Link from "next/link";

/** A link in running text. */
export function TextLink<T extends string>({ href, children }: { href: Route<T>; children: string }) {
  return (
    <Link
      href={href}
      className="rounded-sm font-medium text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
    >
      {children}
    </Link>
  );
}
