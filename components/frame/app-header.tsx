import Link from "next/link";
import { Logo } from "./logo";
import type { Theme } from "./theme";
import { UserMenu } from "./user-menu";

export function AppHeader({ email, theme }: { email: string; theme: Theme }) {
  return (
    <header className="sticky top-0 z-40 border-line border-b bg-canvas/85 backdrop-blur-md">
      <a
        href="#content"
        className="sr-only left-4 z-50 rounded-md bg-primary px-4 py-2 font-medium text-on-primary text-sm focus:not-sr-only focus:absolute focus:top-2.5"
      >
        Skip to the content
      </a>
      <div className="mx-auto flex h-14 max-w-6xl items-center justify-between gap-4 px-4 sm:px-6">
        <Link href="/" className="inline-flex rounded-md" aria-label="Storeyard: all stores">
          <Logo />
        </Link>
        <UserMenu email={email} theme={theme} />
      </div>
    </header>
  );
}
