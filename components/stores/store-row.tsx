"use client";

import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { isRunning } from "@/lib/domain/store";
import { Elapsed } from "../live/elapsed";
import { TimeAgo } from "../live/time-ago";
import { Button } from "../ui/button";
import type { ListedStore } from "./fold-stores";
import { StateBadge, warningOf } from "./phase-badge";
import { StoreIcon } from "./store-icon";

export function StoreRow({ store, me }: { store: ListedStore; me: string }) {
  const open = isRunning(store.phase);
  return (
    <li className="group relative flex items-center gap-3.5 px-4 py-3.5 transition-colors duration-150 first:rounded-t-lg last:rounded-b-lg hover:bg-hover/50 has-[a[data-row]:focus-visible]:bg-hover/50 sm:gap-4 sm:px-5">
      <StoreIcon type={store.type} />
      <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_10.5rem_5.5rem]">
        <div className="contents min-w-0 md:block">
          <h2 className="order-1 truncate py-0.5 font-semibold text-sm">
            <Link data-row href={`/stores/${store.name}`} className="stretched rounded-sm outline-offset-4">
              {store.config.title}
            </Link>
          </h2>
          <p className="order-3 col-span-2 truncate text-[0.8125rem] text-ink-muted">{hostOf(store.url)}</p>
        </div>
        <div className="order-2 flex justify-self-end md:order-3 md:justify-self-start">
          <StateBadge phase={store.phase} cause={store.cause} lastFailure={store.lastFailure} />
        </div>
        <p className="order-4 col-span-2 truncate text-[0.8125rem] text-ink-muted max-md:empty:hidden md:order-2 md:col-span-1">
          {describe(store, me)}
        </p>
        <p className="order-5 hidden truncate text-right text-[0.8125rem] text-ink-subtle md:block">
          <TimeAgo at={store.createdAt} />
        </p>
      </div>
      <div className="hidden size-8 shrink-0 sm:block">
        {open ? (
          <Button asChild variant="ghost" size="icon-sm" className="relative z-10">
            <a
              href={store.url}
              target="_blank"
              rel="noreferrer"
              aria-label={`Open ${store.config.title} in a new tab`}
            >
              <ExternalLink aria-hidden="true" />
            </a>
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** The store's problem, else its running step, else its owner if that is somebody else. */
function describe(store: ListedStore, me: string) {
  const warning = warningOf(store);
  if (warning !== null) return <span title={warning}>{warning}</span>;
  if (store.currentStep === null) return store.owner.email === me ? null : store.owner.email;
  return (
    <>
      {store.currentStep.title} · <Elapsed since={store.currentStep.since} />
    </>
  );
}

function hostOf(url: string): string {
  return url.replace(/^https?:\/\//, "");
}
