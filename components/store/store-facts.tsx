"use client";

import type { ReactNode } from "react";
import type { StoreResource } from "@/lib/http/store-resource";
import { formatDuration } from "../live/format-duration";
import { TimeAgo } from "../live/time-ago";
import { Card, CardHeader } from "../ui/card";

const regionNames = new Intl.DisplayNames(["en"], { type: "region" });

export function StoreFacts({ store, typeLabel }: { store: StoreResource; typeLabel: string }) {
  const { config } = store;
  return (
    <Card aria-labelledby="facts-title">
      <CardHeader id="facts-title" title="Details" />
      <dl className="flex flex-col gap-3 px-4 py-4 text-[0.8125rem] sm:px-5">
        <Fact term="Name">{store.name}</Fact>
        <Fact term="Type">{typeLabel}</Fact>
        <Fact term="Country">{regionNames.of(config.country) ?? config.country}</Fact>
        <Fact term="Currency">{config.currency}</Fact>
        <Fact term="Created">
          <TimeAgo at={store.createdAt} />
        </Fact>
        {store.readyAt ? (
          <Fact term="Ready after">
            {formatDuration(Date.parse(store.readyAt) - Date.parse(store.createdAt))}
          </Fact>
        ) : null}
      </dl>
    </Card>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt className="shrink-0 text-ink-muted">{term}</dt>
      <dd className="min-w-0 break-words text-right font-medium">{children}</dd>
    </div>
  );
}
