import { isAppError } from "@/lib/errors";
import type { LastClusterAnswer } from "@/lib/inspect/inspection";
import { assertAdmin } from "../access/assert-admin";
import type { ClusterConnection, Ctx } from "../app-context";

/** The cluster's state for a page, current or last known. */
export interface ClusterState {
  connection: ClusterConnection;
  /** Why the cluster cannot be read now, as a sentence; null if it was read. */
  failure: string | null;
  /** The last known state; null if the cluster has not answered since the platform started. */
  seen: LastClusterAnswer | null;
}

/** How long a page waits for an API server that accepts the request and does not answer. */
const timeoutMs = 3_000;

/** Reads the cluster's state, or returns the last known one. */
export async function getClusterState({ app, actor }: Ctx): Promise<ClusterState> {
  assertAdmin(actor);
  const connection = app.cluster.connection();
  const failure =
    connection.state === "connected"
      ? await findFailure(app.inspection.cluster())
      : (connection.message ?? "The cluster has not answered yet.");
  return { connection, failure, seen: app.inspection.lastCluster() };
}

async function findFailure(request: Promise<unknown>): Promise<string | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("The cluster does not answer (no answer in time)."), timeoutMs);
  });
  const outcome = request.then(
    () => null,
    (error: unknown) => {
      if (isAppError(error)) return error.message;
      throw error;
    },
  );
  try {
    return await Promise.race([outcome, timeout]);
  } finally {
    clearTimeout(timer);
    // The result is no longer needed.
    outcome.catch(() => {});
  }
}
