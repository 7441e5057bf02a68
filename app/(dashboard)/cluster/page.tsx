import type { Metadata } from "next";
import { ClusterOverview } from "@/components/cluster/cluster-overview";
import { Page } from "@/components/frame/page";
import { PageHeader } from "@/components/frame/page-header";
import { requireAdminCtx } from "@/lib/auth/current-actor";
import { getUsage } from "@/lib/services/plans/get-usage";
import { getClusterState } from "@/lib/services/platform/get-cluster-state";

export const metadata: Metadata = { title: "Cluster" };

export default async function ClusterPage() {
  const ctx = await requireAdminCtx();
  const seq = ctx.app.events.lastSeq();
  const { failure, seen } = await getClusterState(ctx);
  return (
    <Page>
      <PageHeader title="Cluster" description="The Kubernetes cluster that runs the stores." />
      <ClusterOverview
        overview={seen?.overview ?? null}
        capacity={getUsage(ctx).capacity}
        seenAt={seen?.at.toISOString() ?? null}
        failure={failure}
        seq={seq}
      />
    </Page>
  );
}
