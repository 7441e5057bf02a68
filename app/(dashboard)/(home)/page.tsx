import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Page } from "@/components/frame/page";
import { PageHeader } from "@/components/frame/page-header";
import { IncomingHandovers } from "@/components/handovers/incoming-handovers";
import { Pager } from "@/components/list/pager";
import { QuotaMeter } from "@/components/plans/quota-meter";
import type { ListedStore } from "@/components/stores/fold-stores";
import { parseStoreQuery } from "@/components/stores/parse-store-query";
import { PhaseFilter } from "@/components/stores/phase-filter";
import { StoreFilters } from "@/components/stores/store-filters";
import { StoreList } from "@/components/stores/store-list";
import { isFiltered, storesPath } from "@/components/stores/store-query";
import { Button } from "@/components/ui/button";
import { requireCtx } from "@/lib/auth/current-actor";
import { actsAsAdmin } from "@/lib/domain/actor";
import type { StoreView } from "@/lib/domain/store";
import type { TimelineStep } from "@/lib/domain/timeline";
import { toHandoverResource } from "@/lib/http/resources/member-resource";
import { toPlanResource, toUsageResource } from "@/lib/http/resources/plan-resource";
import { toStoreResource } from "@/lib/http/resources/store-resource";
import { listHandovers } from "@/lib/services/handovers/list-handovers";
import { getUsage } from "@/lib/services/plans/get-usage";
import { listPlans } from "@/lib/services/plans/list-plans";
import { countStores } from "@/lib/services/stores/count-stores";
import { listCurrentSteps } from "@/lib/services/stores/list-current-steps";
import { listLastFailures } from "@/lib/services/stores/list-last-failures";
import { listStoreTypes } from "@/lib/services/stores/list-store-types";
import { listStores } from "@/lib/services/stores/list-stores";

export const metadata: Metadata = { title: "Stores" };

export default async function StoresPage({ searchParams }: PageProps<"/">) {
  const ctx = await requireCtx();
  const query = parseStoreQuery(await searchParams);
  // Read before the list, so that events in between arrive twice, which is harmless, and are not missed.
  const seq = ctx.app.events.lastSeq();
  const { stores, nextCursor } = listStores(ctx, query);
  const ids = stores.map(({ id }) => id);
  const steps = listCurrentSteps(ctx, ids);
  const failures = listLastFailures(ctx, ids);
  const counts = countStores(ctx, query);
  const offered = listHandovers(ctx).filter(({ toMe }) => toMe);
  const { cursor, ...filter } = query;
  return (
    <Page>
      <PageHeader
        title="Stores"
        actions={
          <Button asChild variant="primary">
            <Link href="/stores/new">
              <Plus aria-hidden="true" />
              New store
            </Link>
          </Button>
        }
      />
      <IncomingHandovers handovers={offered.map(toHandoverResource)} />
      {counts.size > 0 || isFiltered(query) ? (
        <QuotaMeter usage={toUsageResource(getUsage(ctx))} plans={listPlans(ctx).map(toPlanResource)} />
      ) : null}
      {counts.size > 0 || isFiltered(query) ? (
        <div className="mb-4 flex flex-col gap-3">
          <StoreFilters query={query} types={listStoreTypes(ctx)} byOwner={actsAsAdmin(ctx.actor)} />
          <PhaseFilter query={query} counts={Object.fromEntries(counts)} />
        </div>
      ) : null}
      <StoreList
        key={storesPath(filter, { cursor })}
        stores={stores.map((store) => toListedStore(store, steps.get(store.id), failures.get(store.id)))}
        query={query}
        seq={seq}
        me={ctx.actor.email}
      />
      <Pager path="/" query={{ ...filter }} cursor={cursor} nextCursor={nextCursor} />
    </Page>
  );
}

/** A store with the step that is running on it and the failure of its latest operation, if any. */
function toListedStore(
  store: StoreView,
  step: TimelineStep | undefined,
  lastFailure: string | undefined,
): ListedStore {
  return {
    ...toStoreResource(store),
    currentStep: step ? { step: step.name, title: step.title, since: step.startedAt } : null,
    lastFailure: lastFailure ?? null,
  };
}
