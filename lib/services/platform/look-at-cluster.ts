import { isAppError } from "@/lib/errors";
import type { LastClusterAnswer } from "@/lib/inspect/inspection";
import { assertAdmin } from "../access/assert-admin";
import type { ClusterConnection, Ctx } from "../app-context";

/** The cluster's state for a page, current or last known. */
export interface ClusterSight {
  connection: ClusterConnection;
  /** Why the cluster cannot be read now, as a sentence; null if it was read. */
  failure: string | null;
  /** The last known state; null if the cluster has not answered since the platform started. */
  seen: LastClusterAnswer | null;
}

/** How long a page waits for an API server that accepts the request and does not answer. */
const patienceMs = 3_000;

/** Reads the cluster's state, or returns the last known one. */
export async function lookAtCluster({ app, actor }: Ctx): Promise<ClusterSight> {
  assertAdmin(actor);
  const connection = app.cluster.connection();
  const failure =
    connection.state === "connected"
      ? await findFailure(app.inspection.cluster())
      : (connection.message ?? "The cluster has not answered yet.");
  return { connection, failure, seen: app.inspection.lastCluster() };
}

async function findFailure(looking: Promise<unknown>): Promise<string | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("The cluster does not answer (no answer in time)."), patienceMs);
  });
  const looked = looking.then(
    () => null,
    (error: unknown) => {
      if (isAppError(error)) return error.message;
      throw error;
    },
  );
  try {
    return await Promise.race([looked, patience]);
  } finally {
    clearTimeout(timer);
    // The result is no longer needed.
    looked.catch(() => {});
  }
}
