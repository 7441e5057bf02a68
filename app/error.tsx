"use client";

import { useEffect } from "react";
import { DeadEnd } from "@/components/frame/dead-end";
import { Button } from "@/components/ui/button";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => console.error(error), [error]);
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <main id="content">
      <title>Something went wrong · Storeyard</title>
      <DeadEnd
        title="Something went wrong"
        actions={
          <>
            <Button asChild>
              <a href="/">Go to your stores</a>
            </Button>
            <Button variant="primary" onClick={retry}>
              Try again
            </Button>
          </>
        }
      >
        <p>The page could not be shown. Your stores are not touched by this.</p>
        {digest ? <p className="mt-2 text-sm">For the server’s log: {digest}</p> : null}
      </DeadEnd>
    </main>
  );
}
