import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "./logo";
import { MainNav } from "./main-nav";
import type { Theme } from "./theme";
import { UserMenu } from "./user-menu";

interface AppHeaderProps {
  email: string;
  isAdmin: boolean;
  theme: Theme;
  /** The button of the command palette. */
  palette: ReactNode;
}

export function AppHeader({ email, isAdmin, theme, palette }: AppHeaderProps) {
  return (
    <header className="sticky top-0 z-40 border-line border-b bg-canvas/85 backdrop-blur-md">
      <a
        href="#content"
        className="sr-only left-4 z-50 rounded-md bg-primary px-4 py-2 font-medium text-on-primary text-sm focus:not-sr-only focus:absolute focus:top-2.5"
      >
        Skip to content
      </a>
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-5 px-4 sm:px-6">
        <Link
          href="/"
          className="inline-flex h-14 items-center rounded-md"
          aria-label="Storeyard: all stores"
        >
          <Logo />
        </Link>
        <MainNav isAdmin={isAdmin} />
        <div className="ml-auto flex h-14 items-center gap-2.5">
          {palette}
          <UserMenu email={email} isAdmin={isAdmin} theme={theme} />
        </div>
      </div>
    </header>
  );
}
