import { localClusterStatus, stopLocalCluster } from "@/cluster/local-cluster";
import { type Prepared, prepare } from "../app/prepare";
import { whyNotKind } from "../cluster/kind-cluster";
import { ensureChromium } from "./ensure-chromium";
import { check, oneFailed, type Tally, within } from "./stage";
import { writeInstallation } from "./write-installation";

type ClusterStage = (env: Record<string, string>) => Promise<Tally>;

/**
 * Brings up the cluster and the images while the app is built, runs the stages that need both, and stops
 * the local cluster again where it did not run before: a developer's own is used and left as it is.
 */
export async function onCluster(built: Promise<Tally[]>, stages: ClusterStage[]): Promise<Tally[]> {
  // Tests make and break things: in a cluster that merely happens to be kubectl's only where that is asked for.
  process.env.CLUSTER ||= (await whyNotKind()) === null ? "kind" : "local";
  const ranBefore = localClusterStatus().running;
  let prepared: Prepared | undefined;
  const [before, cluster, browser] = await Promise.all([
    built,
    check("Cluster and images", async () => {
      prepared = await within(60, "Bringing up the cluster", prepare());
    }),
    check("Chromium", ensureChromium),
  ]);
  const tallies = [...before, cluster, browser];
  try {
    const buildFailed = (before.at(-1)?.failed ?? 0) > 0;
    // A stage that can't run has not passed.
    if (prepared === undefined || buildFailed) return [...tallies, ...stages.map(() => oneFailed)];
    const env = writeInstallation(prepared);
    for (const stage of stages) tallies.push(await stage(env));
    return tallies;
  } finally {
    if (!ranBefore) await check("Stop the cluster", stopLocalCluster);
  }
}
