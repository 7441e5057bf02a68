"use client";

import { useStore } from "@/components/current-store/store-context";
import { mainPart } from "@/lib/domain/store-part";
import type { StoreObjectsResource } from "@/lib/http/resources/insight-resource";
import { Card, CardHeader } from "../ui/card";
import { CommandsCard } from "./commands-card";
import { ObjectsCard } from "./objects-card";
import { QuotaMeters } from "./quota-meters";
import { ReleaseCard } from "./release-card";
import { useStoreObjects } from "./use-store-objects";

interface StoreKubernetesProps {
  initial: StoreObjectsResource;
  namespace: string;
}

/** The store's Kubernetes objects, Helm release and quota. */
export function StoreKubernetes({ initial, namespace }: StoreKubernetesProps) {
  const { store, engine, can } = useStore();
  const { objects, quota } = useStoreObjects(initial);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-5">
        <ObjectsCard objects={objects} />
        {can.includes("enter") ? <ReleaseCard /> : null}
        <CommandsCard store={store.name} namespace={namespace} main={mainPart(engine.parts)} />
      </div>
      <aside aria-label="Namespace" className="flex min-w-0 flex-col gap-5">
        <Card aria-labelledby="quota-title">
          <CardHeader id="quota-title" title="Quota" description="Reserved, of the plan’s limits" />
          <div className="px-4 py-4 sm:px-5">
            <QuotaMeters quota={quota} className="flex flex-col gap-4" />
          </div>
        </Card>
      </aside>
    </div>
  );
}
