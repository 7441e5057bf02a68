"use client";

import { buttonClass } from "../components/button";

export default function Failed() {
  return (
    <div className="mx-auto max-w-6xl px-4 py-20 text-center sm:px-6">
      <h1 className="font-semibold text-2xl tracking-[-0.02em]">The shop is unavailable</h1>
      <p className="mt-2 mb-6 text-ink-muted">Your cart is kept. Please try again in a moment.</p>
      <a href="/" className={buttonClass("primary")}>
        Try again
      </a>
    </div>
  );
}
