"use client";

import { describeSoftware, sayVersion } from "@/lib/domain/software-version";
import type { StoreResource } from "@/lib/http/store-resource";
import { useRelease } from "../kubernetes/use-release";
import { formatDuration } from "../live/format-duration";
import { TimeAgo } from "../live/time-ago";
import { Card, CardHeader } from "../ui/card";
import { Fact, Facts } from "../ui/facts";
import { storeRoleLabels } from "./store-role-label";

const regionNames = new Intl.DisplayNames(["en"], { type: "region" });

export function StoreFacts({ store, typeLabel }: { store: StoreResource; typeLabel: string }) {
  const { config } = store;
  const { release } = useRelease();
  return (
    <Card aria-labelledby="facts-title">
      <CardHeader id="facts-title" title="Details" />
      <Facts>
        <Fact term="Name">{store.name}</Fact>
        <Fact term="Owner">
          <span className="wrap-anywhere">{store.owner.email}</span>
        </Fact>
        <Fact term="You are">
          {store.role ? storeRoleLabels[store.role].toLowerCase() : "no member, but an admin"}
        </Fact>
        <Fact term="Type">{typeLabel}</Fact>
        <Fact term="Plan">{store.plan.charAt(0).toUpperCase() + store.plan.slice(1)}</Fact>
        {store.versions.length > 0 ? (
          <Fact term="Runs">
            {describeSoftware(store.versions)}
            {store.versions.length > 2 ? (
              <span className="block font-normal text-ink-muted text-xs">
                {store.versions.slice(2).map(sayVersion).join(", ")}
              </span>
            ) : null}
          </Fact>
        ) : null}
        {release ? (
          <Fact term="Release">
            {release.chart}, revision {release.revision}
          </Fact>
        ) : null}
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
      </Facts>
    </Card>
  );
}
