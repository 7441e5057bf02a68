import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Header } from "../components/header";
import { storeUrl } from "../lib/settings";
import { getShop } from "../lib/shop";
import "./globals.css";

export const dynamic = "force-dynamic";

export const viewport: Viewport = { colorScheme: "light dark" };

export async function generateMetadata(): Promise<Metadata> {
  const { title } = await getShop();
  return {
    title: { default: title, template: `%s · ${title}` },
    metadataBase: new URL(storeUrl()),
  };
}

export default async function Layout({ children }: { children: ReactNode }) {
  const { title } = await getShop();
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="sr-only rounded-md bg-primary px-4 py-2 text-on-primary focus:not-sr-only focus:absolute focus:top-3 focus:left-3 focus:z-10"
        >
          Skip to the content
        </a>
        <Header title={title} />
        <main id="main" className="flex-1">
          {children}
        </main>
        <footer className="mt-8 border-t">
          <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-6 text-ink-muted text-sm sm:px-6">
            <p>{title}</p>
            <p>Pay on delivery. No account needed.</p>
          </div>
        </footer>
      </body>
    </html>
  );
}
