import type { ClusterOverview } from "@/lib/domain/inspection";
import { assertAdmin } from "../access/assert-admin";
import type { ClusterConnection, Ctx } from "../app-context";

export interface ClusterReport extends ClusterOverview {
  connection: ClusterConnection;
}

/** What the cluster is and has. Rejects with AppError `unavailable` when it is away. */
export async function getCluster({ app, actor }: Ctx): Promise<ClusterReport> {
  assertAdmin(actor);
  return { connection: app.cluster.connection(), ...(await app.inspection.cluster()) };
}
