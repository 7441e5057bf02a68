"use client";

import { CircleCheck, CircleHelp } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { Button } from "../ui/button";
import { Card } from "../ui/card";

/** What stands where a store was; where nobody said that it was deleted, it may be the reader who was let go. */
export function DeletedStore({ name, known }: { name: string; known: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card aria-labelledby="deleted-title" className="px-6 py-16 text-center">
      {known ? (
        <CircleCheck aria-hidden="true" className="mx-auto size-10 text-good" strokeWidth={1.5} />
      ) : (
        <CircleHelp aria-hidden="true" className="mx-auto size-10 text-ink-subtle" strokeWidth={1.5} />
      )}
      <h1
        id="deleted-title"
        ref={heading}
        tabIndex={-1}
        className="mt-4 break-words font-semibold text-xl tracking-[-0.015em] outline-none"
      >
        {known ? `${name} is deleted` : `${name} is not here any more`}
      </h1>
      <p className="mx-auto mt-2 max-w-sm text-balance text-ink-muted text-sm leading-6">
        {known
          ? "Its shop, data and address are gone, and its name is free again."
          : "It was deleted, or you are no longer one of its members."}
      </p>
      <div className="mt-6 flex flex-wrap justify-center gap-2">
        <Button asChild>
          <Link href="/stores/new">Create another store</Link>
        </Button>
        <Button asChild variant="primary">
          <Link href="/">Back to your stores</Link>
        </Button>
      </div>
    </Card>
  );
}
