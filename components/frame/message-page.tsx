import type { ReactNode } from "react";

/** A page that only has a message and links to other pages: errors and missing pages. */
export function MessagePage({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <div className="grid min-h-[70dvh] place-items-center px-4 py-16 text-center">
      <div className="max-w-md">
        <h1 className="text-balance font-semibold text-2xl tracking-[-0.02em]">{title}</h1>
        <div className="mt-2.5 text-balance text-ink-muted leading-6">{children}</div>
        <div className="mt-7 flex flex-wrap justify-center gap-2">{actions}</div>
      </div>
    </div>
  );
}
