import type { Metadata } from "next";
import { Page } from "@/components/frame/page";
import { PageHeader } from "@/components/frame/page-header";
import { PlanCard } from "@/components/plans/plan-card";
import { requireAdminCtx } from "@/lib/auth/current-actor";
import { toPlanResource } from "@/lib/http/resources/plan-resource";
import { countStoresByPlan } from "@/lib/services/plans/count-stores-by-plan";
import { listPlans } from "@/lib/services/plans/list-plans";

export const metadata: Metadata = { title: "Plans" };

export default async function PlansPage() {
  const ctx = await requireAdminCtx();
  const stores = countStoresByPlan(ctx);
  return (
    <Page>
      <PageHeader
        title="Plans"
        description="The resources of each store, and the number of stores per account."
      />
      <div className="grid items-start gap-5 md:grid-cols-2 lg:grid-cols-3">
        {listPlans(ctx)
          .map(({ storesLeft: _, ...row }) => toPlanResource(row))
          .map((plan) => (
            <PlanCard key={plan.id} plan={plan} stores={stores.get(plan.id) ?? 0} />
          ))}
      </div>
    </Page>
  );
}
