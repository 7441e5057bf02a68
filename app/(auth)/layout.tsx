import type { ReactNode } from "react";
import { Logo } from "@/components/frame/logo";

/** The frame of the pages outside a session: one centred card. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="relative isolate grid min-h-dvh place-items-center overflow-hidden px-4 py-12">
      <div aria-hidden="true" className="yard absolute inset-0 -z-10" />
      <div className="w-full max-w-sm">
        <div className="mb-7 flex justify-center">
          <Logo />
        </div>
        {children}
      </div>
    </main>
  );
}
