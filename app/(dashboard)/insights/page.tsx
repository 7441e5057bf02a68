import type { Metadata } from "next";
import { Page } from "@/components/frame/page";
import { PageHeader } from "@/components/frame/page-header";
import { Insights } from "@/components/insights/insights";
import { requireCtx } from "@/lib/auth/current-actor";
import { actsAsAdmin } from "@/lib/domain/actor";
import { getStatistics } from "@/lib/services/platform/get-statistics";

export const metadata: Metadata = { title: "Insights" };

const days = 30;

export default async function InsightsPage() {
  const ctx = await requireCtx();
  const scope = actsAsAdmin(ctx.actor) ? "All stores" : "Your stores";
  return (
    <Page>
      <PageHeader title="Insights" description={`${scope}, last ${days} days.`} />
      <Insights statistics={getStatistics(ctx, days)} />
    </Page>
  );
}
