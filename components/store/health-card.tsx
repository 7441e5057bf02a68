"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useStore } from "@/components/current-store/store-context";
import type { StoreObjectsResource } from "@/lib/http/resources/insight-resource";
import { useClusterAway } from "../live/use-cluster-away";
import { Card, CardHeader } from "../ui/card";
import { StateDot } from "../ui/state-dot";
import { listParts } from "./list-parts";
import { UsageMeters } from "./usage-meters";

/** The state of each component, and the store's resource usage. */
export function HealthCard({ objects }: Pick<StoreObjectsResource, "objects">) {
  const { store, engine } = useStore();
  const away = useClusterAway();
  const parts = listParts(objects, store.cause, engine.parts);
  return (
    <Card aria-labelledby="health-title">
      <CardHeader
        id="health-title"
        title="Health"
        description={away && parts.length > 0 ? "Last known state: the cluster is unreachable" : null}
        actions={
          <Link
            href={`/stores/${store.name}/kubernetes`}
            className="inline-flex h-5 shrink-0 items-center gap-1 rounded-sm text-[0.8125rem] text-ink-muted transition-colors hover:text-ink"
          >
            Kubernetes objects
            <ArrowRight aria-hidden="true" className="size-3.5" />
          </Link>
        }
      />
      <div className="grid sm:grid-cols-2 sm:divide-x sm:divide-line">
        <section aria-label="Components" className="px-4 py-4 sm:px-5">
          {parts.length === 0 ? (
            <p className="text-[0.8125rem] text-ink-muted">
              {away ? "Unavailable while the cluster is unreachable." : "No component is running."}
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
        <section aria-label="Resource usage" className="border-line border-t px-4 py-4 sm:border-t-0 sm:px-5">
          <UsageMeters store={store.name} parts={engine.parts} />
        </section>
      </div>
    </Card>
  );
}
