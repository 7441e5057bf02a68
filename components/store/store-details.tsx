"use client";

import { useStore } from "@/components/current-store/store-context";
import { useRelease } from "@/components/kubernetes/use-release";
import { formatDuration } from "@/components/live/format-duration";
import { TimeAgo } from "@/components/live/time-ago";
import { Card, CardHeader } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { nameOfLanguage } from "@/lib/domain/name-of-language";
import { describeSoftware, formatVersion } from "@/lib/domain/software-version";
import { startSentence } from "@/lib/domain/start-sentence";
import { storeRoleLabels } from "./store-role-label";

const regionNames = new Intl.DisplayNames(["en"], { type: "region" });

/** The store's settings and versions. */
export function StoreDetails() {
  const { store, typeLabel, sells } = useStore();
  const { config } = store;
  const { release } = useRelease();
  return (
    <Card aria-labelledby="details-title">
      <CardHeader id="details-title" title="Details" />
      <DescriptionList>
        <DescriptionItem term="Name">{store.name}</DescriptionItem>
        <DescriptionItem term="Owner">
          <span className="wrap-anywhere">{store.owner.email}</span>
        </DescriptionItem>
        <DescriptionItem term="Your role">
          {store.role ? storeRoleLabels[store.role] : "Admin, not a member"}
        </DescriptionItem>
        <DescriptionItem term="Type">{typeLabel}</DescriptionItem>
        <DescriptionItem term="Plan">{startSentence(store.plan)}</DescriptionItem>
        {store.versions.length > 0 ? (
          <DescriptionItem term="Versions">
            {describeSoftware(store.versions)}
            {store.versions.length > 2 ? (
              <span className="block font-normal text-ink-muted text-xs">
                {store.versions.slice(2).map(formatVersion).join(", ")}
              </span>
            ) : null}
          </DescriptionItem>
        ) : null}
        {release ? (
          <DescriptionItem term="Release">
            {release.chart}, revision {release.revision}
          </DescriptionItem>
        ) : null}
        <DescriptionItem term="Country">{regionNames.of(config.country) ?? config.country}</DescriptionItem>
        {sells ? <DescriptionItem term="Currency">{config.currency}</DescriptionItem> : null}
        {config.language ? (
          <DescriptionItem term="Language">{nameOfLanguage(config.language)}</DescriptionItem>
        ) : null}
        {config.timeZone ? <DescriptionItem term="Time zone">{config.timeZone}</DescriptionItem> : null}
        <DescriptionItem term="Created">
          <TimeAgo at={store.createdAt} />
        </DescriptionItem>
        {store.readyAt ? (
          <DescriptionItem term="Ready after">
            {formatDuration(Date.parse(store.readyAt) - Date.parse(store.createdAt))}
          </DescriptionItem>
        ) : null}
      </DescriptionList>
    </Card>
  );
}
