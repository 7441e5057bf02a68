"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { StoreObjectsResource } from "@/lib/http/resources/insight-resource";
import { useClusterAway } from "../live/use-cluster-away";
import { Card, CardHeader } from "../ui/card";
import { StateDot } from "../ui/state-dot";
import { listParts } from "./list-parts";
import { useStore } from "./store-context";
import { UsageMeters } from "./usage-meters";

/** Whether each part of the store runs, and how much it uses of what its plan lets it have. */
export function HealthCard({ objects }: Pick<StoreObjectsResource, "objects">) {
  const { store } = useStore();
  const away = useClusterAway();
  const parts = listParts(objects, store.cause);
  return (
    <Card aria-labelledby="health-title">
      <CardHeader
        id="health-title"
        title="Health"
        description={away && parts.length > 0 ? "As last seen: the cluster does not answer" : null}
        actions={
          <Link
            href={`/stores/${store.name}/kubernetes`}
            className="inline-flex h-5 shrink-0 items-center gap-1 rounded-sm text-[0.8125rem] text-ink-muted transition-colors hover:text-ink"
          >
            In the cluster
            <ArrowRight aria-hidden="true" className="size-3.5" />
          </Link>
        }
      />
      <div className="grid sm:grid-cols-2 sm:divide-x sm:divide-line">
        <section aria-label="Parts of the store" className="px-4 py-4 sm:px-5">
          {parts.length === 0 ? (
            <p className="text-[0.8125rem] text-ink-muted">
              {away ? "Not known while the cluster does not answer." : "Nothing of it runs."}
            </p>
          ) : (
            <ul className="flex flex-col gap-3">
              {parts.map((part) => (
                <li key={part.name} className="flex items-center gap-2.5 text-[0.8125rem]">
                  <StateDot state={part.state} />
                  <span className="flex-1">{part.name}</span>
                  <span className="text-ink-muted">{part.words}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section aria-label="What it uses" className="border-line border-t px-4 py-4 sm:border-t-0 sm:px-5">
          <UsageMeters store={store.name} />
        </section>
      </div>
    </Card>
  );
}
