import type { ClusterOverview } from "@/lib/domain/inspection";
import { assertAdmin } from "../access/assert-admin";
import type { ClusterConnection, Ctx } from "../app-context";

export interface ClusterReport extends ClusterOverview {
  connection: ClusterConnection;
}

/** Version, nodes and resources of the cluster. Rejects with AppError `unavailable` if it does not answer. */
export async function getCluster({ app, actor }: Ctx): Promise<ClusterReport> {
  assertAdmin(actor);
  return { connection: app.cluster.connection(), ...(await app.inspection.cluster()) };
}
