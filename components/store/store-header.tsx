"use client";

import { ExternalLink } from "lucide-react";
import { useStore } from "@/components/current-store/store-context";
import { isRunning } from "@/lib/domain/store";
import { mainPhrase } from "@/lib/domain/store-part";
import { StateBadge } from "../stores/phase-badge";
import { StoreIcon } from "../stores/store-icon";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { AdminButton } from "./admin-button";

/** The store's title, state and address, with the links to the shop and its admin pages. */
export function StoreHeader() {
  const { store, typeLabel, engine, can } = useStore();
  const open = isRunning(store.phase);
  return (
    <header className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-5">
      <div className="flex min-w-0 items-center gap-4">
        <StoreIcon type={store.type} className="hidden size-14 rounded-lg sm:grid [&_svg]:size-6" />
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h1 className="min-w-0 break-words font-semibold text-2xl tracking-[-0.02em]">
              {store.config.title}
            </h1>
            <StateBadge phase={store.phase} cause={store.cause} lastFailure={store.lastFailure} />
          </div>
          <div className="mt-1 flex items-center gap-1 text-ink-muted text-sm">
            <span className="truncate">{store.url.replace(/^https?:\/\//, "")}</span>
            <CopyButton text={store.url} what="address" className="size-7 [&_svg]:size-3.5" />
            <span className="sr-only">{typeLabel}</span>
          </div>
        </div>
      </div>
      {open ? (
        <div className="flex w-full flex-wrap gap-2 *:grow sm:w-auto sm:*:grow-0">
          {store.admin && can.includes("enter") ? (
            <AdminButton storeName={store.name} adminName={store.admin.name} />
          ) : null}
          <Button asChild variant="primary">
            <a href={store.url} target="_blank" rel="noreferrer">
              <ExternalLink aria-hidden="true" />
              Open {mainPhrase(engine.parts).replace(/^the /, "")}
            </a>
          </Button>
        </div>
      ) : null}
    </header>
  );
}
