"use client";

import { buttonClass } from "../components/button";

export default function Failed() {
  return (
    <div className="mx-auto max-w-6xl px-4 py-20 text-center sm:px-6">
      <h1 className="font-semibold text-2xl tracking-[-0.02em]">The shop has a moment</h1>
      <p className="mt-2 mb-6 text-ink-muted">
        It doesn’t answer right now. Your cart is kept; try again shortly.
      </p>
      <a href="/" className={buttonClass("primary")}>
        Try again
      </a>
    </div>
  );
}
