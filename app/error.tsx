"use client";

import { useEffect } from "react";
import { MessagePage } from "@/components/frame/message-page";
import { Button } from "@/components/ui/button";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => console.error(error), [error]);
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <main id="content">
      <title>Something went wrong · Storeyard</title>
      <MessagePage
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
        <p>This page could not be shown. Your stores keep running.</p>
        {digest ? <p className="mt-2 text-sm">Error ID in the server log: {digest}</p> : null}
      </MessagePage>
    </main>
  );
}
