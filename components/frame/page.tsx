import type { ReactNode } from "react";
import { cn } from "../ui/cn";

const widths = { wide: "max-w-6xl", form: "max-w-2xl" } as const;

/** A page's main content in a centred column. */
export function Page({ width = "wide", children }: { width?: keyof typeof widths; children: ReactNode }) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className={cn("mx-auto w-full px-4 pt-8 pb-20 outline-none sm:px-6", widths[width])}
    >
      {children}
    </main>
  );
}
