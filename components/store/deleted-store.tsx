"use client";

import { CircleCheck, CircleHelp, Gift, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import type { Gone } from "./fold-store-state";

/** Replaces the page of a store that was deleted or handed over, or that the user lost access to. */
export function DeletedStore({ name, gone }: { name: string; gone: Gone }) {
  const { Icon, tone, title, text } = describe(name, gone);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card aria-labelledby="deleted-title" className="px-6 py-16 text-center">
      <Icon aria-hidden="true" className={`mx-auto size-10 ${tone}`} strokeWidth={1.5} />
      <h1
        id="deleted-title"
        ref={heading}
        tabIndex={-1}
        className="mt-4 break-words font-semibold text-xl tracking-[-0.015em] outline-none"
      >
        {title}
      </h1>
      <p className="mx-auto mt-2 max-w-sm text-balance text-ink-muted text-sm leading-6">{text}</p>
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

function describe(name: string, gone: Gone): { Icon: LucideIcon; tone: string; title: string; text: string } {
  if (gone === "deleted") {
    return {
      Icon: CircleCheck,
      tone: "text-good",
      title: `${name} is deleted`,
      text: "The store, its data and its address are deleted. The name can be used again.",
    };
  }
  if (gone === "lost") {
    return {
      Icon: CircleHelp,
      tone: "text-ink-subtle",
      title: `${name} is no longer available`,
      text: "The store was deleted, or you are no longer one of its members.",
    };
  }
  return {
    Icon: Gift,
    tone: "text-busy",
    title: `${name} has a new owner`,
    text: `${gone.handedTo} accepted the handover and owns the store now.`,
  };
}
