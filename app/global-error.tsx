"use client";

import "./globals.css";

/** Replaces the root layout when that fails. Every page loads this file, so it imports no components. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main id="content" className="grid min-h-dvh place-items-center px-4 text-center">
          <title>Something went wrong · Storeyard</title>
          <div className="max-w-md">
            <h1 className="font-semibold text-2xl">Something went wrong</h1>
            <p className="mt-2.5 text-ink-muted leading-6">
              This page could not be shown. Your stores keep running.
            </p>
            <button type="button" className="mt-7 h-9 px-3.5 font-medium underline" onClick={retry}>
              Try again
            </button>
          </div>
        </main>
      </body>
    </html>
  );
}
