import { ChevronLeft } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";

export function BackLink<T extends string>({ href, children }: { href: Route<T>; children: string }) {
  return (
    <nav aria-label="Back" className="mb-4">
      <Link
        href={href}
        className="-ml-1 inline-flex h-6 items-center gap-0.5 rounded-sm pr-1 text-[0.8125rem] text-ink-muted transition-colors hover:text-ink"
      >
        <ChevronLeft aria-hidden="true" className="size-4" />
        {children}
      </Link>
    </nav>
  );
}
