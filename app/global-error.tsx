"use client";

import "./globals.css";
import ErrorPage from "./error";

/** Where even the root layout could not be drawn. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
