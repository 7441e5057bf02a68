import { isAppError } from "@/lib/errors";
import type { LastClusterAnswer } from "@/lib/inspect/inspection";
import { assertAdmin } from "../access/assert-admin";
import type { ClusterConnection, Ctx } from "../app-context";

/** The cluster for a page that has something to show either way. */
export interface ClusterSight {
  connection: ClusterConnection;
  /** Why it can't be looked at now, as a sentence; null where it was. */
  failure: string | null;
  /** What it is and has, as it was last seen; null where it never was since the platform started. */
  seen: LastClusterAnswer | null;
}

/** A page is not kept waiting for longer by a server that takes a request and says nothing. */
const patienceMs = 3_000;

/** What the cluster is and has, or what is still known of it. */
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
    // Nobody waits for it any more.
    looked.catch(() => {});
  }
}
