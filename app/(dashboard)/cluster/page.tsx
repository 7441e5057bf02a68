import type { Metadata } from "next";
import { ClusterView } from "@/components/cluster/cluster-view";
import { Page } from "@/components/frame/page";
import { PageHeader } from "@/components/frame/page-header";
import { Callout } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import { requireAdminCtx } from "@/lib/auth/current-actor";
import { AppError } from "@/lib/errors";
import { type ClusterResource, toClusterResource } from "@/lib/http/insight-resource";
import type { Ctx } from "@/lib/services/context";
import { getCluster } from "@/lib/services/platform/get-cluster";

export const metadata: Metadata = { title: "Cluster" };

export default async function ClusterPage() {
  const cluster = await look(await requireAdminCtx("/cluster"));
  return (
    <Page>
      <PageHeader title="Cluster" description="Where the stores run." />
      {typeof cluster === "string" ? (
        <Callout tone="warn" title={cluster}>
          What runs in it goes on by itself. <TextLink href="/cluster">Look again</TextLink>
        </Callout>
      ) : (
        <ClusterView cluster={cluster} />
      )}
    </Page>
  );
}

/** The cluster, or why it can't be looked at. */
async function look(ctx: Ctx): Promise<ClusterResource | string> {
  try {
    return toClusterResource(await getCluster(ctx));
  } catch (error) {
    if (error instanceof AppError && error.code === "unavailable") return error.message;
    throw error;
  }
}
